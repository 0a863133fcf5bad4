export const deals = { deals: { create: { title: "新建商机" } } };

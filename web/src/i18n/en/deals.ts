export const deals = { deals: { create: { title: "New deal" } } };

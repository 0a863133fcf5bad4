import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const words = {
  en: {
    add: "New field",
    name: (lang: string) => `Name (${lang})`,
    langs: { zh: "Chinese", en: "English" },
    kind: "Kind",
    several: "Several choices",
    addChoice: "Add a choice",
    choice: (number: number) => new RegExp(`^Choice ${number} \\(English\\)`),
    addRule: "Add a rule",
    save: "Save",
    more: "More about it",
    timeline: "Timeline",
    notSet: "Not set",
    edit: "Edit",
    create: "Create deal",
    dealName: "What is the deal?",
    down: (name: string) => `Move ${name} down`,
    archive: (name: string) => `Archive ${name}`,
    archived: "Archived",
    columns: "Columns",
    close: "Close",
    filter: "Filter",
    field: "Field",
    value: "Value",
    show: "Show",
  },
  zh: {
    add: "新建字段",
    name: (lang: string) => `名称 (${lang})`,
    langs: { zh: "中文", en: "英文" },
    kind: "类型",
    several: "多选",
    addChoice: "添加选项",
    choice: (number: number) => new RegExp(`^选项 ${number} \\(英文\\)`),
    addRule: "添加规则",
    save: "保存",
    more: "更多信息",
    timeline: "动态",
    notSet: "未填写",
    edit: "编辑",
    create: "创建商机",
    dealName: "商机名称",
    down: (name: string) => `下移${name}`,
    archive: (name: string) => `归档${name}`,
    archived: "已归档",
    columns: "列",
    close: "关闭",
    filter: "筛选",
    field: "字段",
    value: "值",
    show: "显示",
  },
};

for (const lang of ["en", "zh"] as Lang[])
  test(`a field is defined, filled in place, ordered and archived (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    const say = words[lang];
    const name = `Needs <b>${lang}</b>`;
    await enter(page, api, baseURL!, lang);
    await api.call("POST", "/custom-fields", {
      key: `seats_${lang}`,
      kind: "number",
      label: { en: `Seats ${lang}`, zh: `席位 ${lang}` },
    });
    await page.goto("/custom-fields");
    await expectSound(page);

    // Several choices, defined by hand.
    await page.getByRole("button", { name: say.add }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(say.name(say.langs.en)).fill(name);
    await form.getByLabel(say.kind, { exact: true }).selectOption({ label: say.several });
    for (const [at, choice] of ["Single sign-on", "API"].entries()) {
      await form.getByRole("button", { name: say.addChoice }).click();
      await form.getByLabel(say.choice(at + 1)).fill(choice);
    }
    await form.getByRole("button", { name: say.addRule }).click();
    await form.getByRole("combobox").nth(2).selectOption({ index: 2 });
    await expectSound(page);
    await shot(page, `custom-fields-form-${lang}`);
    await form.getByRole("button", { name: say.save, exact: true }).click();
    await expect(form).toBeHidden();
    const row = page.getByRole("row").filter({ hasText: name });
    await expect(row).toContainText(say.several);
    await expectSound(page);

    // On a deal, in place: a number that is none is refused with words, a good one stays.
    const deal = await api.createDeal({ name: `Filled ${lang}` });
    await page.goto(`/deals/${deal.id}`);
    const panel = page.getByRole("region", { name: say.more });
    const seats = lang === "en" ? "Seats en" : "席位 zh";
    await panel.getByRole("button", { name: new RegExp(`^${seats}: `) }).click();
    await panel.getByLabel(seats, { exact: true }).fill("12.5");
    await page.keyboard.press("Enter");
    await expect(panel.getByRole("button", { name: new RegExp(`^${seats}: 12.5`) })).toBeVisible();
    await panel.getByRole("button", { name: new RegExp(`^${name}: `) }).click();
    await panel.getByLabel("API").check();
    await panel.getByLabel("Single sign-on").check();
    await panel.getByRole("button", { name: say.save, exact: true }).click();
    await expect(panel.getByText(/Single sign-on[,、] ?API/)).toBeVisible();
    const told = page.getByRole("region", { name: say.timeline });
    await expect(told.getByText(seats, { exact: false }).first()).toBeVisible();
    await expectSound(page);
    await shot(page, `custom-fields-deal-${lang}`);
    await page.reload();
    await expect(panel.getByRole("button", { name: new RegExp(`^${seats}: 12.5`) })).toBeVisible();

    // As a column of the list, and asked for there.
    await page.goto("/deals");
    await page.getByRole("button", { name: say.columns, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: seats }).check();
    await dialog.getByRole("checkbox", { name }).check();
    await dialog.getByRole("button", { name: say.close }).last().click();
    await expect(dialog).toBeHidden();
    const table = page.getByRole("table");
    await expect(table.getByRole("columnheader", { name: seats })).toBeVisible();
    const line = table.getByRole("row").filter({ hasText: `Filled ${lang}` });
    await expect(line).toContainText("12.5");
    await expect(line).toContainText(/Single sign-on[,、] ?API/);
    await page.getByRole("button", { name: say.filter, exact: true }).click();
    await dialog.getByLabel(say.field).first().selectOption({ label: seats });
    await dialog.getByLabel(say.value).first().fill("12");
    await expectSound(page);
    await dialog.getByRole("button", { name: say.show, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(table.getByRole("row")).toHaveCount(2);
    await expect(line).toBeVisible();
    await expectSound(page);
    await shot(page, `custom-fields-list-${lang}`);
    await table.getByRole("columnheader", { name: seats }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=-fields\.seats/);
    await expect(line).toBeVisible();

    // In another order, and out of use: what is filled stays to be seen.
    await page.goto("/custom-fields");
    await page.getByRole("button", { name: say.archive(name) }).click();
    await expect(row).toContainText(say.archived);
    await page.goto(`/deals/${deal.id}`);
    await expect(panel.getByText(/Single sign-on[,、] ?API/)).toBeVisible();
    await expect(panel.getByRole("button", { name: new RegExp(`^${name}: `) })).toBeHidden();
  });

test("what is required is asked for when a deal is created", async ({ page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  const field = await api.call<{ id: number; version: number }>("POST", "/custom-fields", {
    key: "must",
    kind: "text",
    label: { en: "Contract number" },
    rules: [{ access: "required" }],
  });
  await page.goto("/board");
  await page.getByRole("button", { name: "New deal" }).first().click();
  const form = page.getByRole("dialog");
  await form.getByLabel("What is the deal?").fill("With a number");
  await form.getByLabel("Contract number").fill("4711");
  await expectSound(page);
  await form.getByRole("button", { name: "Create deal" }).click();
  const panel = page.getByRole("region", { name: "More about it" });
  await expect(panel.getByRole("button", { name: /^Contract number: 4711/ })).toBeVisible();
  await api.call("PATCH", `/custom-fields/${field.id}`, { rules: [] }, field.version);
});

import {
  enter,
  expect,
  expectSound,
  type Lang,
  shot,
  test,
} from "./workspace.ts";

const says = {
  en: {
    views: "Views",
    saveAs: "Save as a view…",
    save: "Save the changes",
    revert: "Back to the view",
    delete: "Delete the view",
    all: "All of them",
    name: "Name",
    store: "Save",
    changed: "Changed",
    columns: "Columns",
    source: "Source",
    forward: "Move Source forward",
    close: "Close",
    filter: "Filter",
    field: "Field",
    value: "Value",
    addGroup: "Add group",
    show: "Show",
    conditions: "2 conditions",
    undo: "Undo",
    editMany: "Edit many",
    newValue: "New value",
    preview: "Show what changes",
    probability: "Probability",
    done: "2 deals changed",
    undone: "Undone",
    amount: "Amount",
    amountOf: /^Amount, Cellar/,
    theirs: "Keep theirs",
    mine: "Large ones",
  },
  zh: {
    views: "视图",
    saveAs: "另存为视图…",
    save: "保存更改",
    revert: "恢复为视图原样",
    delete: "删除视图",
    all: "全部",
    name: "名称",
    store: "保存",
    changed: "已更改",
    columns: "列",
    source: "来源",
    forward: "将“来源”前移",
    close: "关闭",
    filter: "筛选",
    field: "字段",
    value: "值",
    addGroup: "添加条件组",
    show: "显示",
    conditions: "2 个条件",
    undo: "撤销",
    editMany: "批量修改",
    newValue: "新值",
    preview: "查看将发生的更改",
    probability: "赢率",
    done: "已修改 2 个商机",
    undone: "已撤销",
    amount: "金额",
    amountOf: /^金额, Cellar/,
    theirs: "保留对方的",
    mine: "大单",
  },
} as const;

for (const lang of ["en", "zh"] as Lang[]) {
  const say = says[lang];

  test(`a list is filtered by groups and kept as a view (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/deals");
    const table = page.getByRole("table");
    await expect(table.getByRole("row").nth(2)).toBeVisible();

    // Two conditions, one of them in a group of its own.
    await page.getByRole("button", { name: say.filter, exact: true }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say.field).first().selectOption("amount");
    await dialog.getByLabel(say.value).first().fill("10");
    await dialog.getByRole("button", { name: say.addGroup }).first().click();
    await dialog.getByLabel(say.field).nth(1).selectOption("created");
    await dialog.getByLabel(say.value).nth(1).fill("2020-01-01");
    await expectSound(page);
    await shot(page, `filter-groups-${lang}`);
    await dialog.getByRole("button", { name: say.show, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(
      page.getByRole("button", { name: say.conditions }),
    ).toBeVisible();
    await expect(page).toHaveURL(/where=/);

    // A column more, brought forward by the keyboard.
    await page.getByRole("button", { name: say.columns, exact: true }).click();
    await dialog.getByRole("checkbox", { name: say.source }).press("Space");
    await dialog.getByRole("button", { name: say.forward }).press("Enter");
    await expectSound(page);
    await shot(page, `list-columns-${lang}`);
    await dialog.getByRole("button", { name: say.close }).last().click();
    await expect(dialog).toBeHidden();
    await expect(
      table.getByRole("columnheader", { name: say.source }),
    ).toBeVisible();

    // Kept, found by its address, changed, put back.
    await page.getByRole("button", { name: say.views }).click();
    await page.getByRole("menuitem", { name: say.saveAs }).click();
    await dialog.getByLabel(say.name).fill(say.mine);
    await dialog.getByRole("button", { name: say.store, exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(/view=\d+/);
    const address = page.url();
    await page.goto("/deals");
    await page.goto(address);
    await expect(page.getByRole("button", { name: say.views })).toContainText(
      say.mine,
    );
    await expect(
      table.getByRole("columnheader", { name: say.source }),
    ).toBeVisible();
    await expect(page.getByText(say.changed, { exact: true })).toBeHidden();
    await page.goto(address.replace("columns=", "columns=name.owner&was="));
    await expect(page.getByText(say.changed, { exact: true })).toBeVisible();
    await page.getByRole("button", { name: say.views }).click();
    await expectSound(page);
    await page.getByRole("menuitem", { name: say.revert }).click();
    await expect(page.getByText(say.changed, { exact: true })).toBeHidden();
    await expect(
      table.getByRole("columnheader", { name: say.source }),
    ).toBeVisible();
    await shot(page, `list-view-${lang}`);

    // Deleted, and there again.
    await page.getByRole("button", { name: say.views }).click();
    await page.getByRole("menuitem", { name: say.delete }).click();
    await expect(page.getByRole("button", { name: say.views })).toContainText(
      say.all,
    );
    await page.getByRole("button", { name: say.undo }).first().click();
    await expect(page.getByRole("button", { name: say.views })).toContainText(
      say.mine,
    );
  });

  test(`many deals are changed at once, and back (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/deals?status=open");
    const checks = page.getByRole("table").getByRole("checkbox");
    await checks.nth(1).check();
    await checks.nth(2).check();
    await page.getByRole("button", { name: say.editMany }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(say.field).selectOption("probability");
    await dialog.getByLabel(say.newValue).fill("37");
    await dialog.getByRole("button", { name: say.preview }).click();
    await expect(dialog.getByRole("status")).toContainText("2");
    await expectSound(page);
    await shot(page, `bulk-preview-${lang}`);
    await dialog.getByRole("button", { name: /2/ }).click();
    await expect(dialog).toBeHidden();
    await expect(page.getByText(say.done)).toBeVisible();
    await page.getByRole("button", { name: say.undo }).first().click();
    await expect(page.getByText(say.undone).first()).toBeVisible();
  });

  test(`a cell is edited where it stands, and nobody is overwritten (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const made = await api.call<{ id: number; version: number }>(
      "POST",
      "/deals",
      {
        name: `Cellar ${lang} 酒窖`,
      },
    );
    await page.goto(`/deals?q=cellar%20${lang}`);
    const cell = page.getByRole("button", { name: say.amountOf });
    await cell.click();
    await page.getByRole("textbox", { name: say.amount }).fill("4200");
    await expectSound(page);
    await shot(page, `list-cell-${lang}`);
    await page.keyboard.press("Enter");
    await expect(cell).toContainText("4,200");
    await page.getByRole("button", { name: say.undo }).first().click();
    await expect(cell).not.toContainText("4,200");

    // Somebody else says otherwise while it is typed.
    await cell.click();
    await page.getByRole("textbox", { name: say.amount }).fill("5000");
    const now = await api.call<{ version: number }>("GET", `/deals/${made.id}`);
    await api.call(
      "PATCH",
      `/deals/${made.id}`,
      { amount: { minor: 700000, currency: "CNY" } },
      now.version,
    );
    await page.keyboard.press("Enter");
    const conflict = page.getByRole("dialog");
    await expect(conflict).toContainText("5,000");
    await expect(conflict).toContainText("7,000");
    await expectSound(page);
    await conflict.getByRole("button", { name: say.theirs }).click();
    await expect(cell).toContainText("7,000");
  });
}

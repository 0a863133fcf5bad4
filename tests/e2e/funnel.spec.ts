import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const said = {
  en: {
    howFar: "How far they come",
    byMonth: "By month of entry",
    flow: "Where they go",
    heat: "Stage by month",
    gates: "Gates",
    colour: "What the colour means",
    table: "Show as a table",
    isNew: "New",
    open: /^Open the .* deals: Entered/,
    source: "Source",
    referral: "Referral",
    from: "Deals that entered",
    age: "Compared after",
    days: "30 days",
    reached: "Reached by day 30",
    nothing: "Nothing to measure yet",
  },
  zh: {
    howFar: "商机走到了哪里",
    byMonth: "按进入月份",
    flow: "商机流向",
    heat: "阶段与月份",
    gates: "关卡",
    colour: "颜色的含义",
    table: "以表格显示",
    isNew: "新建",
    open: /^打开这 .* 个商机：进入/,
    source: "来源",
    referral: "转介绍",
    from: "进入过以下阶段的商机",
    age: "比较时点",
    days: "30 天后",
    reached: "第 30 天前到达",
    nothing: "暂无可度量的内容",
  },
};

for (const lang of ["en", "zh"] as Lang[]) {
  const say = said[lang];

  test(`the funnel is asked by its address, and every number opens its deals (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/cycle");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("f");
    await expect(page).toHaveURL(/\/funnel/);
    const steps = page.getByRole("region", { name: say.howFar });
    await expect(steps.getByRole("row")).not.toHaveCount(0);
    await expect(page.getByRole("region", { name: say.byMonth }).getByRole("row")).not.toHaveCount(
      1,
    );
    await expectSound(page);
    await shot(page, `funnel-${lang}`);

    await page.getByRole("combobox", { name: say.age }).selectOption({ label: say.days });
    await expect(page).toHaveURL(/age=30/);
    await expect(steps.getByRole("columnheader", { name: say.reached })).toBeVisible();
    await page.getByRole("combobox", { name: say.source }).selectOption({ label: say.referral });
    await expect(page).toHaveURL(/source=referral/);
    await page.reload();
    await expect(page.getByRole("combobox", { name: say.source })).toHaveValue("referral");
    await expect(page.getByRole("combobox", { name: say.age })).toHaveValue("30");

    await page.getByRole("combobox", { name: say.source }).selectOption("");
    await expect(page).not.toHaveURL(/source=/);
    const entered = steps.getByRole("button", { name: say.open });
    await entered.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/\/deals\?.*ids=\d/);
  });

  test(`the flow is drawn, told as a table, and leads to its deals (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/funnel");
    const flow = page.getByRole("region", { name: say.flow });
    await expect(flow.getByRole("img")).toBeVisible();
    await flow.getByText(say.table).click();
    await expect(flow.getByRole("cell", { name: say.isNew, exact: true }).first()).toBeVisible();
    await expectSound(page);
    await flow.scrollIntoViewIfNeeded();
    await shot(page, `funnel-flow-${lang}`);
    await flow.locator("details").getByRole("button").first().click();
    await expect(page).toHaveURL(/\/deals\?.*ids=\d/);
  });

  test(`the map of stages and months shows either measure (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/funnel");
    const heat = page.getByRole("region", { name: say.heat });
    await expect(heat.getByRole("row")).not.toHaveCount(0);
    await heat.getByRole("combobox", { name: say.colour }).selectOption("went_on");
    await expect(heat.getByRole("combobox", { name: say.colour })).toHaveValue("went_on");
    await expectSound(page);
    await heat.scrollIntoViewIfNeeded();
    await shot(page, `funnel-heat-${lang}`);
    await heat.getByRole("button").first().click();
    await expect(page).toHaveURL(/\/deals\?.*ids=\d/);
  });

  test(`the gates tell what was met and what was let pass (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/funnel");
    const gates = page.getByRole("region", { name: say.gates });
    await expect(gates.getByRole("table")).toBeVisible();
    await expectSound(page);
    await gates.scrollIntoViewIfNeeded();
    await shot(page, `funnel-gates-${lang}`);
  });

  test(`a funnel that nobody has entered says so (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/funnel?from=2001-01-01&to=2001-01-02");
    await expect(page.getByRole("heading", { name: say.nothing })).toBeVisible();
    await expect(page.getByText(/%/)).toHaveCount(0);
    await expectSound(page);
  });

  test(`the funnel fits a phone, in the dark (${lang})`, async ({ page, api, baseURL }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.emulateMedia({ colorScheme: "dark" });
    await enter(page, api, baseURL!, lang);
    await page.goto("/funnel");
    await expect(page.getByRole("region", { name: say.howFar })).toBeVisible();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
    await expectSound(page);
    await shot(page, `funnel-phone-${lang}`);
  });
}

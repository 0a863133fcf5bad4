import {
  enter,
  expect,
  expectSound,
  type Lang,
  shot,
  test,
} from "./workspace.ts";

const said = {
  en: {
    source: "Source",
    referral: "Referral",
    period: /^Period|^When|Started/,
    all: "All time",
    open: "Open now",
    table: "Show as a table",
    worth: "Worth fixing",
    whatIf: "What if…",
    won: "Won, of all that begin",
    reset: "Back to how it is",
  },
  zh: {
    source: "来源",
    referral: "转介绍",
    period: /时间|开始/,
    all: "全部时间",
    open: "当前停留",
    table: "以表格显示",
    worth: "最值得改进的阶段",
    whatIf: "如果……会怎样",
    won: "全部商机的赢单率",
    reset: "恢复现状",
  },
};

for (const lang of ["en", "zh"] as Lang[]) {
  const say = said[lang];

  test(`the cycle is filtered by its address, and leads to the deals (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/cycle");
    const all = page.locator("dl, [class*=figure]").first();
    await expect(all).toBeVisible();
    const asked = page.waitForRequest((request) =>
      /api\/cycle\?.*source=referral/.test(request.url()),
    );
    await page
      .getByRole("combobox", { name: say.source })
      .selectOption({ label: say.referral });
    await asked;
    await expect(page).toHaveURL(/source=referral/);
    await page.reload();
    await expect(page.getByRole("combobox", { name: say.source })).toHaveValue(
      "referral",
    );

    // A link may ask for days that no preset has: the picker says which.
    await page.goto("/cycle");
    await expect(all).toBeVisible();
    await page.keyboard.press("o");
    await expect(page).toHaveURL(/\/deals\?.*concern=over_standard/);
    await page.goto("/cycle?from=2020-01-05");
    await expect(
      page.getByRole("combobox", { name: say.period }),
    ).toContainText("2020");
    await page
      .getByRole("combobox", { name: say.period })
      .selectOption({ label: say.all });
    await expect(page).not.toHaveURL(/from=/);
    await page.getByText(say.table).click();
    await expectSound(page);
    await shot(page, `cycle-table-${lang}`);

    // The deals that stand in a stage are one click away.
    const row = page.getByRole("row").nth(1);
    await row.getByRole("link").last().click();
    await expect(page).toHaveURL(/\/deals\?.*stage=/);
  });

  test(`what a stage is worth is found, and targets are tried (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({ name: `Gone ${lang}` });
    const lost = (await api.stages()).get("lost")?.id;
    await api.call(
      "POST",
      `/deals/${deal.id}/moves`,
      { to_stage_id: lost, reason: "price" },
      deal.version,
    );
    await page.goto("/cycle");
    const panel = page.getByRole("region", { name: say.worth });
    await panel.getByText(say.whatIf).click();
    const sliders = panel.locator("input[type=range]:enabled");
    await sliders.first().focus();
    await page.keyboard.press("Home");
    await expect(panel.getByText(say.won)).toBeVisible();
    await expectSound(page);
    await shot(page, `cycle-worth-${lang}`);
    await panel.getByRole("button", { name: say.reset }).click();
    await expect(panel.getByText(say.won)).toBeHidden();
  });
}

import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const said = {
  en: {
    closed: "Closed so far",
    table: "By category",
    byTeam: "By team",
    andBetter: "And surer ones",
    commit: "Commit",
    category: "Forecast category",
    notYet: /Too few deals have been won or lost/,
    period: "Period",
    save: "Save",
    target: /^Target of/,
    amount: "Target",
    coverage: /^\d+(\.\d)?×$/,
    changes: "What changed",
    isNew: "New",
    submit: "Submit a number",
    willLand: /^This much will land/,
    note: "Note",
  },
  zh: {
    closed: "已成交",
    table: "按预测类别",
    byTeam: "按团队",
    andBetter: "累计更有把握的",
    commit: "承诺",
    category: "预测类别",
    notYet: /已赢单或输单的商机太少/,
    period: "周期",
    save: "保存",
    target: /的目标/,
    amount: "目标",
    coverage: /倍$/,
    changes: "发生了哪些变化",
    isNew: "新增",
    submit: "提交预测",
    willLand: /^预计达成金额/,
    note: "备注",
  },
};

const quarterAfter = (days: number) => {
  const day = new Date(Date.now() + days * 86_400_000);
  return `${day.getUTCFullYear()}-Q${Math.ceil((day.getUTCMonth() + 1) / 3)}`;
};

for (const lang of ["en", "zh"] as Lang[]) {
  const say = said[lang];

  test(`a deal's own category is what the forecast counts it by (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    // A quarter of its own: both languages share a workspace.
    const ahead = lang === "en" ? 140 : 240;
    const day = new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);
    const deal = await api.createDeal({
      name: `Sure ${lang}`,
      amount: { minor: 12_345_600, currency: "CNY" },
      expected_close: day,
    });
    await page.goto(`/deals/${deal.id}`);
    await page.getByRole("button", { name: new RegExp(say.category) }).click();
    await page.getByRole("combobox", { name: say.category }).selectOption({ label: say.commit });
    await expect(
      page.getByRole("button", { name: new RegExp(`${say.category}: ${say.commit}`) }),
    ).toBeVisible();

    await page.goto(`/forecast?period=${quarterAfter(ahead)}`);
    const table = page.getByRole("region", { name: say.table }).last();
    await expect(table.getByRole("cell", { name: /123,456/ }).first()).toBeVisible();
    await expect(page.getByText(say.notYet)).toBeVisible();
    await page.getByRole("button", { name: say.andBetter }).click();
    await page.getByRole("button", { name: say.byTeam }).click();
    await expect(page.getByRole("button", { name: say.byTeam })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    await expectSound(page);
    await shot(page, `forecast-${lang}`);

    // From the total to its deals.
    await table.locator("tfoot").getByRole("link").click();
    await expect(page).toHaveURL(/\/deals\?.*close_from=/);
  });

  test(`the forecast is asked for by its address and by keys (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang, "dark");
    await page.goto("/today");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await expect(page).toHaveURL(/\/forecast/);
    await expect(page.getByText(say.closed).first()).toBeVisible();
    const picker = page.getByRole("combobox", { name: say.period });
    await picker.selectOption({ index: 2 });
    await expect(page).toHaveURL(/period=\d{4}-Q[1-4]/);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectSound(page);
    await shot(page, `forecast-narrow-${lang}`);
  });

  test(`targets are set, changes add up, and numbers are submitted (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const day = new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10);
    await api.createDeal({
      name: `Due ${lang}`,
      amount: { minor: 7_000_000, currency: "CNY" },
      expected_close: day,
    });
    await page.goto(`/forecast?period=${quarterAfter(40)}`);
    await page.getByRole("button", { name: say.target }).first().click();
    await page.getByRole("dialog").getByLabel(say.amount, { exact: true }).fill("9000000");
    await page.getByRole("dialog").getByRole("button", { name: say.save }).click();
    await expect(page.getByRole("cell", { name: say.coverage }).first()).toBeVisible();

    const changes = page.getByRole("region", { name: say.changes }).last();
    await expect(changes.getByRole("link", { name: say.isNew })).toBeVisible();
    await page.keyboard.press("s");
    await page.getByLabel(say.willLand).fill("300万");
    await page.getByLabel(say.note).fill(`Sure of it ${lang}`);
    await expectSound(page);
    await page.getByRole("dialog").getByRole("button", { name: say.submit }).click();
    await expect(page.getByRole("cell", { name: `Sure of it ${lang}` })).toBeVisible();
    await expectSound(page);
    await shot(page, `forecast-targets-${lang}`);
    await changes.getByRole("link", { name: say.isNew }).click();
    await expect(page).toHaveURL(/\/deals\?.*ids=/);
  });
}

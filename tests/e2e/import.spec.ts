import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const say = {
  en: {
    choose: "Choose files",
    pipeline: "Pipeline",
    goesTo: (stage: string) => `Goes to: ${stage}`,
    meaning: (column: string) => `Means: ${column}`,
    b2b: "B2B sales",
    guess: "a guess",
    closing: "Closing",
    run: /^Import 3 rows$/,
    done: "The import is done",
    download: /Download all 1/,
    reason: "This is not a date.",
    undo: "Take it back",
    sure: "Take the whole import back",
    undone: "The import has been taken back.",
    discard: "Discard",
    workbook: "Excel",
    page: "web page",
  },
  zh: {
    choose: "选择文件",
    pipeline: "销售流程",
    goesTo: (stage: string) => `对应为: ${stage}`,
    meaning: (column: string) => `含义: ${column}`,
    b2b: "B2B 销售",
    guess: "猜测",
    closing: "促成成交",
    run: /^导入 3 行$/,
    done: "导入完成",
    download: /下载全部 1 行/,
    reason: "不是有效日期。",
    undo: "撤销导入",
    sure: "整体撤销此次导入",
    undone: "此次导入已撤销。",
    discard: "放弃",
    workbook: "Excel",
    page: "网页",
  },
} as const;

const rowsOf = (lang: Lang) => `deal id,name,stage,created date,value,owner
${lang}-1,Harbour crane 港口起重机,Needs Analysis,2025-03-04,"$22,700.00",Ann Lee
${lang}-2,Cold chain 冷链,Signed off,2025-03-05,18000,Bo Chen
${lang}-3,Night shift 夜班,Recycle bin,2025-03-06,,Bo Chen
${lang}-4,Broken row,Needs Analysis,someday,5,Ann Lee
`;

const send = (page: Page, lang: Lang, name: string, buffer: Buffer) =>
  page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: "text/csv", buffer });

for (const lang of ["en", "zh"] as Lang[]) {
  const words = say[lang];

  test(`a file is planned, corrected, run and undone (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/import");
    await expect(page.getByRole("button", { name: words.choose })).toBeVisible();
    await expectSound(page);
    await send(page, lang, `from-${lang}.csv`, Buffer.from(rowsOf(lang)));

    await expect(page.getByRole("heading", { level: 1, name: `from-${lang}.csv` })).toBeVisible();
    await expect(page.getByRole("button", { name: words.run })).toBeVisible();
    await expectSound(page);

    // Into the pipeline that is here: what was only guessed is marked, and corrected.
    await page.getByLabel(words.pipeline, { exact: true }).selectOption({ label: words.b2b });
    const row = (stage: string) =>
      page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: stage }) });
    await expect(row("Needs Analysis")).toContainText(words.guess);
    await page.getByLabel(words.goesTo("Signed off")).selectOption("won");
    await expect(row("Signed off")).not.toContainText(words.guess);
    await page.getByLabel(words.goesTo("Needs Analysis")).selectOption({ label: words.closing });
    await expect(row("Needs Analysis")).not.toContainText(words.guess);
    await page.getByLabel(words.meaning("value")).selectOption("amount");
    await expect(page.getByLabel(words.meaning("value"))).toHaveValue("amount");
    await shot(page, `import-plan-${lang}`);
    await expectSound(page);

    await page.getByRole("button", { name: words.run }).click();
    await expect(page.getByText(words.done)).toBeVisible();
    await shot(page, `import-done-${lang}`);
    await expectSound(page);
    const { items } = await api.call<{
      items: { name: string; status: string; amount?: object }[];
    }>("GET", `/deals?q=${encodeURIComponent("Harbour crane")}`);
    expect(items).toHaveLength(1);
    expect(items[0]?.amount).toMatchObject({
      minor: 2_270_000,
      currency: "USD",
    });

    // The row that was rejected comes as a file that says why, in the reader's language.
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: words.download }).click();
    const rejected = readFileSync(await (await coming).path(), "utf8");
    expect(rejected).toContain("someday");
    expect(rejected).toContain(words.reason);

    await page.getByRole("button", { name: words.undo }).click();
    await page.getByRole("button", { name: words.sure }).click();
    await expect(page.getByText(words.undone)).toBeVisible();
    const after = await api.call<{ items: unknown[] }>(
      "GET",
      `/deals?q=${encodeURIComponent("Harbour crane")}`,
    );
    expect(after.items).toHaveLength(0);
  });

  test(`what is no table is refused with a sentence (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/import");
    await send(
      page,
      lang,
      "deals.csv",
      Buffer.from("PK\x03\x04[Content_Types].xml xl/workbook.xml"),
    );
    await expect(page.getByRole("alert")).toContainText(words.workbook);
    await send(page, lang, "deals.csv", Buffer.from("<!DOCTYPE html><html><body>Sign in</body>"));
    await expect(page.getByRole("alert")).toContainText(words.page);
    await expectSound(page);
  });

  for (const [theme, width] of [
    ["light", 390],
    ["dark", 1440],
    ["dark", 390],
  ] as const)
    test(`the plan of an import is sound (${lang}, ${theme}, ${width})`, async ({
      page,
      api,
      baseURL,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await enter(page, api, baseURL!, lang, theme);
      await page.goto("/import");
      await send(page, lang, `plan-${theme}.csv`, Buffer.from(rowsOf(lang)));
      await expect(page.getByRole("button", { name: words.run })).toBeVisible();
      await page.screenshot({
        path: new URL(`./output/import-${lang}-${theme}-${width}.png`, import.meta.url).pathname,
        fullPage: true,
      });
      await expectSound(page);
      await page.getByRole("button", { name: words.discard }).click();
      await expect(page.getByRole("button", { name: words.choose })).toBeVisible();
      await shot(page, `imports-${lang}-${theme}-${width}`);
      await expectSound(page);
    });
}

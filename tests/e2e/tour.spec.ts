import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const say = {
  en: {
    title: "Your first hour",
    open: /Open a deal/,
    step: /Set its next step/,
    cycle: /Read where deals wait/,
    done: /^Done: /,
    dismiss: "Put this list away",
    away: /The list is away/,
    again: "Show the first-hour list again",
  },
  zh: {
    title: "第一个小时",
    open: /打开一个商机/,
    step: /为它安排下一步/,
    cycle: /查看商机停留在哪里/,
    done: /^已完成: /,
    dismiss: "收起此清单",
    away: /清单已收起/,
    again: "重新显示入门清单",
  },
};

for (const lang of ["en", "zh"] as Lang[]) {
  const words = say[lang];

  test(`the first hour ticks itself, is put away and begun anew (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await api.call("PUT", "/tour", { dismissed: false });
    await page.goto("/today");
    const list = page.getByRole("region", { name: words.title });
    const item = (name: RegExp) => list.getByRole("listitem").filter({ hasText: name });
    await expect(item(words.open)).not.toHaveText(words.done);
    await expectSound(page);
    await shot(page, `tour-${lang}`);

    // To the true place, and ticked by having been there.
    const ticked = () => page.waitForResponse(/\/api\/tour\/steps$/);
    let tick = ticked();
    await item(words.open).getByRole("link").click();
    await tick;
    await expect(page).toHaveURL(/\/deals\/\d+$/);
    await page.goto("/today");
    await expect(item(words.open)).toHaveText(words.done);
    tick = ticked();
    await item(words.cycle).getByRole("link").click();
    await tick;
    await expect(page).toHaveURL(/\/cycle/);
    await page.goto("/today");
    await expect(item(words.cycle)).toHaveText(words.done);

    // What happens anywhere counts, and shows at once.
    const deal = await api.createDeal({ name: `Tour ${lang}` });
    await expect(item(words.step)).not.toHaveText(words.done);
    await api.call("PUT", `/deals/${deal.id}/next-step`, {
      kind: "call",
      subject: "Ring",
      due: new Date(Date.now() + 86_400_000).toISOString(),
    });
    await expect(item(words.step)).toHaveText(words.done);

    await list.getByRole("button", { name: words.dismiss }).click();
    await expect(list).toBeHidden();
    await expect(page.getByText(words.away)).toBeVisible();
    await page.goto("/help");
    await page.getByRole("button", { name: words.again }).click();
    await expect(page).toHaveURL(/\/today$/);
    await expect(item(words.open)).not.toHaveText(words.done);
    await list.getByRole("button", { name: words.dismiss }).click();
    await expect(list).toBeHidden();
  });
}

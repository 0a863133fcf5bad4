import AxeBuilder from "@axe-core/playwright";
import { type Deal, enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const say = {
  en: {
    bell: /^Notifications/,
    oneUnread: "Notifications: 1 unread",
    none: "Notifications",
    mention: (who: string) => `${who} mentioned you`,
    assigned: (who: string) => `${who} made a deal yours`,
    allRead: "Mark all as read",
    settings: "Settings",
    kind: "Somebody mentions me in a note",
    saved: "Saved",
    empty: /Nothing yet/,
    accountMenu: /^Account/,
  },
  zh: {
    bell: /^通知/,
    oneUnread: "通知: 1 条未读",
    none: "通知",
    mention: (who: string) => `${who}提及了您`,
    assigned: (who: string) => `${who}将一个商机交给了您`,
    allRead: "全部标为已读",
    settings: "设置",
    kind: "有人在备注中提及我",
    saved: "已保存",
    empty: /暂无通知/,
    accountMenu: /^账号/,
  },
};

for (const lang of ["en", "zh"] as Lang[]) {
  const words = say[lang];

  test(`who is concerned is told at once, and reads it (${lang})`, async ({
    page,
    api,
    baseURL,
    browser,
  }) => {
    await enter(page, api, baseURL!, lang);
    const { user } = await api.call<{ user: { id: number; name: string } }>("GET", "/me");
    const rep = { email: `rita-${lang}@example.com`, password: "four winds over sea" };
    const { id: repId } = await api.call<{ id: number }>("POST", "/users", {
      name: `Rita ${lang}`,
      ...rep,
      role: "rep",
      visibility: "own",
      lang,
    });

    const hers = await browser.newContext({ baseURL });
    const herPage = await hers.newPage();
    await herPage.request.post(`${baseURL}/api/session`, {
      headers: { Origin: baseURL! },
      data: rep,
    });
    await herPage.addInitScript((chosen) => localStorage.setItem("stagecoach.lang", chosen), lang);
    await herPage.goto("/today");
    const bell = herPage.getByRole("button", { name: words.bell });
    await expect(bell).toHaveAccessibleName(words.none);
    await bell.click();
    await expect(herPage.getByText(words.empty)).toBeVisible();
    await herPage.keyboard.press("Escape");

    // Without a reload: the live stream tells her browser.
    const deal = await api.createDeal({ name: `Given ${lang}`, owner_id: repId });
    await expect(bell).toHaveAccessibleName(words.oneUnread);
    await bell.click();
    const line = herPage.getByRole("link", { name: words.assigned(user.name) });
    await expect(line).toContainText(deal.name);
    await expectSound(herPage);
    await shot(herPage, `notices-${lang}`);
    await line.click();
    await expect(herPage).toHaveURL(new RegExp(`/deals/${deal.id}$`));
    await expect(bell).toHaveAccessibleName(words.none);

    // All at once, up to what was shown.
    await api.call("POST", `/deals/${deal.id}/notes`, { body: `@[Rita](user:${repId}) one` });
    await api.call("POST", `/deals/${deal.id}/notes`, { body: `@[Rita](user:${repId}) two` });
    await bell.click();
    await expect(herPage.getByRole("link", { name: words.mention(user.name) })).toHaveCount(2);
    await herPage.getByRole("button", { name: words.allRead }).click();
    await expect(bell).toHaveAccessibleName(words.none);

    // What she does not want to know she is not told.
    await herPage.getByRole("link", { name: words.settings }).click();
    await expect(herPage).toHaveURL(/\/account#notifications$/);
    const choice = herPage.getByRole("checkbox", { name: words.kind });
    await choice.click();
    await expect(choice).not.toBeChecked();
    await expect(herPage.getByText(words.saved)).toBeVisible();
    await api.call("POST", `/deals/${deal.id}/notes`, { body: `@[Rita](user:${repId}) three` });
    const taken = await api.call<Deal>("GET", `/deals/${deal.id}`);
    await api.call("PATCH", `/deals/${deal.id}`, { owner_id: user.id }, taken.version);
    await api.createDeal({ name: `Given again ${lang}`, owner_id: repId });
    await expect(bell).toHaveAccessibleName(words.oneUnread);
    await hers.close();
  });
}

test("an open menu is sound and works by keys", async ({ page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  await page.goto("/today");
  const menu = page.getByRole("button", { name: say.en.accountMenu });
  await menu.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("menu")).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).withTags(["cat.aria"]).analyze();
  expect(violations.map((each) => each.id)).toEqual([]);
  const items = page.getByRole("menuitem");
  await expect(items.first()).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(items.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(items.last()).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("menu")).toBeHidden();
  await expect(menu).toBeFocused();
});

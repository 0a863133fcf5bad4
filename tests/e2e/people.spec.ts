import type { Page } from "@playwright/test";
import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const words = {
  en: {
    invite: "Invite",
    name: "Name",
    email: "E-mail",
    makeLink: "Make the link",
    link: "Link",
    have: "I have it",
    choose: "Choose a password",
    join: "Join",
    over: "This link has ended",
    menu: (name: string) => `Actions for ${name}`,
    withdraw: "Withdraw the invitation",
    renew: "Renew the invitation",
    sessions: "Where you are signed in",
    thisBrowser: "This browser",
    end: /^End the session/,
    newToken: "New token",
    makeToken: "Make the token",
    token: "Token",
    revoke: /^Revoke the token/,
  },
  zh: {
    invite: "邀请成员",
    name: "名称",
    email: "邮箱",
    makeLink: "生成链接",
    link: "链接",
    have: "已保存",
    choose: "设置密码",
    join: "加入",
    over: "链接已失效",
    menu: (name: string) => `对 ${name} 的操作`,
    withdraw: "撤回邀请",
    renew: "重新生成邀请",
    sessions: "登录设备",
    thisBrowser: "当前浏览器",
    end: /^结束在/,
    newToken: "新建令牌",
    makeToken: "生成令牌",
    token: "令牌",
    revoke: /^吊销令牌/,
  },
} as const;

async function inviteByHand(page: Page, lang: Lang, name: string, email: string) {
  const say = words[lang];
  await page.getByRole("button", { name: say.invite }).click();
  const form = page.getByRole("dialog");
  await form.getByLabel(say.name, { exact: true }).fill(name);
  await form.getByLabel(say.email).fill(email);
  await expectSound(page);
  await shot(page, `people-invite-${lang}`);
  await form.getByRole("button", { name: say.makeLink }).click();
  const link = await page.getByRole("textbox", { name: say.link }).inputValue();
  await expectSound(page);
  await shot(page, `people-link-${lang}`);
  await page.getByRole("button", { name: say.have }).click();
  return link;
}

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`an invited person joins by a link that works once (${lang})`, async ({
    page,
    api,
    baseURL,
    browser,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/team");
    const link = await inviteByHand(page, lang, `Bea ${lang}`, `bea.${lang}@example.com`);
    expect(link.startsWith(`${baseURL}/join#`)).toBe(true);

    const other = await browser.newContext({ baseURL: baseURL! });
    const guest = await other.newPage();
    await guest.goto(link);
    await expect(guest.getByRole("heading", { level: 1 })).toContainText("云帆科技");
    await expectSound(guest);
    await shot(guest, `join-${lang}`);
    await guest.getByRole("textbox", { name: say.choose }).fill("nine blue kettles");
    await guest.getByRole("button", { name: say.join, exact: true }).click();
    await expect(guest).toHaveURL(/\/today$/);

    // Once and no more; what never was looks the same.
    for (const dead of [link, `${baseURL}/join#scl_guess`]) {
      const again = await other.newPage();
      await again.goto(dead);
      await expect(again.getByRole("heading", { name: say.over })).toBeVisible();
      await expectSound(again);
      await shot(again, `join-over-${lang}`);
      await again.close();
    }
    await other.close();
  });

  test(`an invitation is renewed and withdrawn (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/team");
    const name = `Cem ${lang}`;
    const first = await inviteByHand(page, lang, name, `cem.${lang}@example.com`);
    await page.getByRole("button", { name: say.menu(name) }).click();
    await shot(page, `people-menu-${lang}`);
    await page.getByRole("menuitem", { name: say.renew }).click();
    const second = await page.getByRole("textbox", { name: say.link }).inputValue();
    expect(second).not.toBe(first);
    await page.getByRole("button", { name: say.have }).click();
    await page.getByRole("button", { name: say.menu(name) }).click();
    await page.getByRole("menuitem", { name: say.withdraw }).click();
    await expect(page.getByRole("rowheader", { name })).toBeHidden();
  });

  test(`one's own sessions and tokens are listed and ended (${lang})`, async ({
    page,
    api,
    baseURL,
    browser,
  }) => {
    await enter(page, api, baseURL!, lang);
    const other = await browser.newContext({ baseURL: baseURL! });
    const elsewhere = await other.newPage();
    const { Api } = await import("./workspace.ts");
    await enter(elsewhere, new Api(elsewhere.request, baseURL!), baseURL!, lang);
    await page.goto("/account");
    await expect(page.getByText(say.thisBrowser)).toBeVisible();
    await expectSound(page);
    await shot(page, `account-sessions-${lang}`);
    // Seen last comes first, and this one is not ended from here.
    await page.getByRole("button", { name: say.end }).first().click();
    await expect.poll(async () => (await other.request.get("/api/me")).status()).toBe(401);
    expect((await page.request.get("/api/me")).status()).toBe(200);
    await other.close();

    await page.getByRole("button", { name: say.newToken }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(say.name, { exact: true }).fill(`Report ${lang}`);
    await expectSound(page);
    await form.getByRole("button", { name: say.makeToken }).click();
    const token = await page.getByRole("textbox", { name: say.token }).inputValue();
    const asToken = () =>
      fetch(`${baseURL}/api/me`, {
        headers: { Authorization: `Bearer ${token}` },
      });
    expect((await asToken()).status).toBe(200);
    await shot(page, `account-token-${lang}`);
    await page.getByRole("button", { name: say.have }).click();
    await page.getByRole("button", { name: say.revoke }).first().click();
    await expect.poll(async () => (await asToken()).status).toBe(401);
  });
}

import { createHmac } from "node:crypto";
import { startServer, type Server } from "./server.ts";
import {
  Api,
  enter,
  expect,
  expectSound,
  type Lang,
  owner,
  shot,
  test as base,
  words as common,
} from "./workspace.ts";

// A server of its own: what is asked of a role here is asked of everybody on it.
const test = base.extend<{ own: Server }>({
  own: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
});

const words = {
  en: {
    setUp: "Set up two-step sign-in",
    current: "Current password",
    next: "Next",
    key: "Key",
    code: "Code",
    turnOn: "Turn it on",
    kept: "I have kept them",
    on: "On",
    must: "Set up two-step sign-in",
    rep: "Sales rep",
  },
  zh: {
    setUp: "启用两步验证",
    current: "当前密码",
    next: "下一步",
    key: "密钥",
    code: "验证码",
    turnOn: "启用",
    kept: "已保存",
    on: "已启用",
    must: "启用两步验证",
    rep: "销售",
  },
} as const;

// What an authenticator app shows (RFC 6238), `steps` of 30 seconds from now.
function codeOf(key: string, steps = 0): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...key].map((c) => alphabet.indexOf(c).toString(2).padStart(5, "0")).join("");
  const secret = Buffer.from(bits.match(/.{8}/g)!.map((byte) => Number.parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
  const mac = createHmac("sha1", secret).update(counter).digest();
  const at = mac[19]! & 15;
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`two-step sign-in is set up and asked for (${lang})`, async ({ browser, own }) => {
    const context = await browser.newContext({ baseURL: own.url });
    const page = await context.newPage();
    await enter(page, new Api(page.request, own.url), own.url, lang);
    await page.goto("/account");
    await page.getByRole("button", { name: say.setUp }).click();
    await page.getByRole("dialog").getByRole("textbox", { name: say.current }).fill(owner.password);
    await page.getByRole("button", { name: say.next }).click();
    const key = await page.getByRole("textbox", { name: say.key, exact: true }).inputValue();
    await expectSound(page);
    await shot(page, `second-factor-key-${lang}`);
    await page.getByRole("textbox", { name: say.code }).fill(codeOf(key));
    await page.getByRole("button", { name: say.turnOn, exact: true }).click();
    const recovery = await page.getByRole("dialog").getByRole("listitem").first().innerText();
    await expectSound(page);
    await shot(page, `second-factor-codes-${lang}`);
    await page.getByRole("button", { name: say.kept }).click();
    await expect(page.getByText(say.on, { exact: true })).toBeVisible();
    await shot(page, `second-factor-on-${lang}`);

    // The next sign-in asks for the code after the password; the step before is used up.
    await context.clearCookies();
    await page.goto("/sign-in");
    await page.getByLabel(common[lang].email).fill(owner.email);
    await page.getByRole("textbox", { name: common[lang].password }).fill(owner.password);
    await page.getByRole("button", { name: common[lang].enter }).click();
    const code = page.getByRole("textbox", { name: say.code });
    await expect(code).toBeFocused();
    await expectSound(page);
    await shot(page, `second-factor-asked-${lang}`);
    await code.fill(codeOf(key, 1));
    await page.getByRole("button", { name: common[lang].enter }).click();
    await expect(page).toHaveURL(/\/today$/);

    // Without the phone, a recovery code does.
    await context.clearCookies();
    const answer = await page.request.post("/api/session", {
      headers: { Origin: own.url },
      data: { ...owner, code: recovery },
    });
    expect(answer.status(), await answer.text()).toBe(200);
    await context.close();
  });

  test(`whoever must have a second factor gets one before anything else (${lang})`, async ({
    browser,
    own,
  }) => {
    const context = await browser.newContext({ baseURL: own.url });
    const page = await context.newPage();
    const api = new Api(page.request, own.url);
    await enter(page, api, own.url, lang);
    await api.call("POST", "/users", {
      name: "Rui",
      email: "rui@example.com",
      role: "rep",
      password: "seven boats at noon",
      lang,
    });
    await page.goto("/team");
    await page.getByLabel(say.rep, { exact: true }).click();
    await expect(page.getByLabel(say.rep, { exact: true })).toBeChecked();
    await expectSound(page);
    await shot(page, `second-factor-required-${lang}`);
    await expect
      .poll(() => api.call<{ roles: string[] }>("GET", "/second-factors"))
      .toMatchObject({ roles: ["rep"] });

    await context.clearCookies();
    const password = "seven boats at noon";
    await page.goto("/sign-in");
    await page.getByLabel(common[lang].email).fill("rui@example.com");
    await page.getByRole("textbox", { name: common[lang].password }).fill(password);
    await page.getByRole("button", { name: common[lang].enter }).click();
    await expect(page).toHaveURL(/\/enrol$/);
    await expect(page.getByRole("heading", { name: say.must })).toBeVisible();
    expect((await page.request.get("/api/deals")).status()).toBe(403);
    await page.getByRole("textbox", { name: say.current }).fill(password);
    await expectSound(page);
    await shot(page, `second-factor-must-${lang}`);
    await page.getByRole("button", { name: say.next }).click();
    const key = await page.getByRole("textbox", { name: say.key, exact: true }).inputValue();
    await page.getByRole("textbox", { name: say.code }).fill(codeOf(key));
    await page.getByRole("button", { name: say.turnOn, exact: true }).click();
    await page.getByRole("button", { name: say.kept }).click();
    await expect(page).toHaveURL(/\/today$/);
    expect((await page.request.get("/api/deals")).status()).toBe(200);
    await context.close();
  });
}

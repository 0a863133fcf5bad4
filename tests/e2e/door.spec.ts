import { startServer, type Server } from "./server.ts";
import {
  enter,
  expect,
  expectSound,
  type Lang,
  owner,
  setUp,
  shot,
  test as base,
  words,
} from "./workspace.ts";

// A server of its own: this one comes and goes.
const test = base.extend<{ shaky: Server }>({
  shaky: async ({}, use) => {
    const server = await startServer();
    await use(server);
    await server.stop();
  },
});

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`a wrong password is refused in the reader's words (${lang})`, async ({ page, baseURL }) => {
    await setUp(page, baseURL!);
    await page.context().clearCookies();
    await page.addInitScript((chosen) => localStorage.setItem("stagecoach.lang", chosen), lang);
    await page.goto("/cycle?source=referral");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.getByLabel(say.email).fill(owner.email);
    await page.getByRole("textbox", { name: say.password }).fill("wrong horse battery");
    await page.getByRole("button", { name: say.enter }).click();
    const refusal = page.getByRole("alert");
    if (lang === "zh") await expect(refusal).toContainText(/\p{Script=Han}/u);
    else await expect(refusal).not.toContainText(/\p{Script=Han}/u);
    await expect(page.getByLabel(say.email)).toHaveValue(owner.email);
    await expectSound(page);
    await shot(page, `sign-in-refused-${lang}`);
    await page.getByRole("textbox", { name: say.password }).fill(owner.password);
    await page.getByRole("button", { name: say.enter }).click();
    await expect(page).toHaveURL(/\/cycle\?source=referral/);
  });

  test(`a session that ends keeps what was typed (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/board");
    await page.getByRole("button", { name: say.newDeal }).first().click();
    const dialog = page.getByRole("dialog", { name: say.newDeal });
    await dialog.getByLabel(say.name).fill(`Typed before the end ${lang}`);
    await page.context().clearCookies();
    await dialog.getByRole("button", { name: say.create }).click();
    const again = page.getByRole("dialog", { name: say.sessionEnded });
    await expect(again).toBeVisible();
    await expectSound(page);
    await shot(page, `session-ended-${lang}`);
    await page.keyboard.press("Escape");
    await again.getByRole("textbox", { name: say.password }).fill(owner.password);
    await again.getByRole("button", { name: say.enter }).click();
    await expect(again).toBeHidden();
    await expect(dialog.getByLabel(say.name)).toHaveValue(`Typed before the end ${lang}`);
    await dialog.getByRole("button", { name: say.create }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Typed before the end");
  });

  test(`what does not exist says so (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    for (const path of ["/nowhere", "/deals/987654", "/deals/none"]) {
      await page.goto(path);
      await expect(page.getByRole("heading", { name: say.nothingHere })).toBeVisible();
      await expectSound(page);
    }
    await shot(page, `not-found-${lang}`);
  });
}

test("a server that goes away is told of, and the page comes back with it", async ({
  browser,
  shaky,
}) => {
  const context = await browser.newContext({ baseURL: shaky.url });
  const page = await context.newPage();
  const { Api } = await import("./workspace.ts");
  const api = new Api(page.request, shaky.url);
  await enter(page, api, shaky.url, "zh");
  const deal = await api.createDeal({ name: "Survives a restart" });
  await page.goto(`/deals/${deal.id}`);
  await page.getByRole("button", { name: /^金额/ }).click();
  await page.getByRole("textbox", { name: "金额" }).fill("7000");

  await shaky.pause();
  await expect(page.getByText(words.zh.serverLost)).toBeVisible();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "金额" })).toHaveValue("7000");
  await expectSound(page);
  await shot(page, "server-lost");

  await shaky.resume();
  await expect(page.getByText(words.zh.serverLost)).toBeHidden();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("button", { name: /^金额: ¥7,000/ })).toBeVisible();
  await context.close();
});

test("a move in one browser shows in another", async ({ browser, page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  const deal = await api.createDeal({
    name: "Seen by two",
    amount: { minor: 995_000_000, currency: "CNY" },
  });
  await page.goto("/board");
  const column = (name: string) => page.getByRole("region", { name, exact: true });
  await expect(column("Prospecting").getByText(deal.name)).toBeVisible();
  const other = await browser.newContext({
    baseURL: baseURL!,
    storageState: await page.context().storageState(),
  });
  const { Api } = await import("./workspace.ts");
  await new Api(other.request, baseURL!).carry(deal, ["first_contact"]);
  await expect(column("First contact").getByText(deal.name)).toBeVisible();
  await other.close();
});

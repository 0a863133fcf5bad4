import type { Browser, Page } from "@playwright/test";
import { enter, expect, expectSound, type Lang, owner, shot, test } from "./workspace.ts";

// Somebody else at the same workspace, in a browser of his own.
async function another(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url });
  const page = await context.newPage();
  await page.request.post(`${url}/api/session`, { headers: { Origin: url }, data: owner });
  await page.addInitScript(() => localStorage.setItem("stagecoach.lang", "en"));
  return page;
}

const attacks = [
  "<script>window.hurt = 1</script>",
  "<img src=x onerror='window.hurt = 1'>",
  "[click](javascript:window.hurt=1)",
  "<svg onload='window.hurt = 1'>",
].join(" ");
const unhurt = async (page: Page) =>
  expect(await page.evaluate(() => (window as { hurt?: number }).hurt)).toBeUndefined();

test("objections, notes and files are kept where the deal stands", async ({
  page,
  api,
  baseURL,
}) => {
  await enter(page, api, baseURL!, "en");
  const deal = await api.createDeal({ name: "All in one place" });
  await page.goto(`/deals/${deal.id}`);

  // On whom it waits.
  await page.getByRole("button", { name: /^Waiting on us/ }).click();
  await page.getByRole("menuitem", { name: "customer" }).click();
  await expect(page.getByRole("button", { name: /^Waiting on customer/ })).toBeVisible();

  // An objection that blocks, answered in place.
  const objections = page.getByRole("region", { name: "Objections" });
  await objections.getByRole("button", { name: "Add objection" }).click();
  await objections.getByLabel("Their worry").fill("The board will not pay that");
  await objections.getByLabel(/^Blocking/).check();
  await objections.getByRole("button", { name: "Save" }).click();
  await expect(objections.getByText("1 blocking")).toBeVisible();
  await objections.getByRole("button", { name: "Answer: Price" }).click();
  await objections.getByLabel("Our answer").fill("It pays for itself in a year");
  await objections.getByLabel("Result").selectOption({ label: "Accepted" });
  await objections.getByRole("button", { name: "Save" }).click();
  await expect(objections.getByText("1 blocking")).toBeHidden();
  await expect(objections.getByText("It pays for itself in a year")).toBeVisible();

  // A note in Markdown that names a colleague by the keyboard.
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByRole("button", { name: "Write a note" }).click();
  await notes.getByLabel("Note", { exact: true }).pressSequentially("**Ask** @林");
  await expect(notes.getByRole("option", { name: "林晓雯" })).toBeVisible();
  await expectSound(page);
  await page.keyboard.press("Enter");
  await page.keyboard.type("about it");
  await page.keyboard.press("Control+Enter");
  await expect(notes.locator(".mention", { hasText: "@林晓雯" })).toBeVisible();
  await expect(notes.locator("strong", { hasText: "Ask" })).toBeVisible();

  // A file: sent, there, gone, back.
  const files = page.getByRole("region", { name: "Files" });
  await files.locator("input[type=file]").setInputFiles({
    name: "offer.txt",
    mimeType: "text/plain",
    buffer: Buffer.from("Our offer"),
  });
  const link = files.getByRole("link", { name: "offer.txt" });
  await expect(link).toBeVisible();
  const sent = await page.request.get((await link.getAttribute("href"))!);
  expect(await sent.text()).toBe("Our offer");
  expect(sent.headers()["content-disposition"]).toContain("attachment");
  expect(sent.headers()["x-content-type-options"]).toBe("nosniff");
  expect(sent.headers()["content-security-policy"]).toContain("sandbox");
  await files.getByRole("button", { name: "Remove: offer.txt" }).click();
  await expect(link).toBeHidden();
  await page
    .getByRole("alert")
    .filter({ hasText: "offer.txt removed" })
    .getByRole("button", { name: "Undo" })
    .click();
  await expect(link).toBeVisible();
  await files.locator("input[type=file]").setInputFiles({
    name: "photo.png",
    mimeType: "image/png",
    buffer: Buffer.from("<html><script>alert(1)</script></html>"),
  });
  await expect(page.getByText(/photo\.png” is not what its name says/)).toBeVisible();

  // The timeline tells all of it, and only some of it where that is asked.
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText("Waiting on the customer")).toBeVisible();
  await expect(timeline.getByText("File added: offer.txt")).toBeVisible();
  await timeline.getByRole("button", { name: "Objections" }).click();
  await expect(timeline.getByText("File added: offer.txt")).toBeHidden();
  await expect(timeline.getByText("Objection (price): accepted")).toBeVisible();
  await expectSound(page);
});

test("what is typed survives a reload and is taken back by Escape", async ({
  page,
  api,
  baseURL,
}) => {
  await enter(page, api, baseURL!, "en");
  const deal = await api.createDeal({ name: "Half typed" });
  await page.goto(`/deals/${deal.id}`);
  await page.getByRole("button", { name: /^Competitor:/ }).click();
  await page.getByRole("textbox", { name: "Competitor" }).fill("Somebody el");
  const notes = page.getByRole("region", { name: "Notes" });
  await notes.getByRole("button", { name: "Write a note" }).click();
  await notes.getByLabel("Note", { exact: true }).fill("They said that");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "Competitor" })).toHaveValue("Somebody el");
  await expect(notes.getByLabel("Note", { exact: true })).toHaveValue("They said that");
  await page.getByRole("textbox", { name: "Competitor" }).press("Escape");
  await expect(page.getByRole("button", { name: /^Competitor: Not set/ })).toBeFocused();
  await page.reload();
  await expect(page.getByRole("button", { name: /^Competitor: Not set/ })).toBeVisible();
});

test("a value that cannot be saved comes back into its field", async ({ page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  const deal = await api.createDeal({ name: "Hold on" });
  await page.goto(`/deals/${deal.id}`);
  await page.route("**/api/deals/*", (route) =>
    route.request().method() === "PATCH" ? route.abort() : route.continue(),
  );
  await page.getByRole("button", { name: /^Competitor:/ }).click();
  await page.getByRole("textbox", { name: "Competitor" }).fill("Them");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/server cannot be reached/).first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "Competitor" })).toHaveValue("Them");
  await page.unroute("**/api/deals/*");
  await page.getByRole("textbox", { name: "Competitor" }).press("Enter");
  await expect(page.getByRole("button", { name: /^Competitor: Them/ })).toBeVisible();
});

test("two people at one deal see each other, and nobody overwrites anybody", async ({
  page,
  api,
  baseURL,
  browser,
}) => {
  await enter(page, api, baseURL!, "en");
  const deal = await api.createDeal({ name: "Shared" });
  const other = await another(browser, baseURL!);
  await page.goto(`/deals/${deal.id}`);
  await other.goto(`/deals/${deal.id}`);
  const field = (on: Page, value: string | RegExp) => on.getByRole("button", { name: value });

  // Live: what one saves stands on the other's page.
  await expect(field(other, /^Competitor: Not set/)).toBeVisible();
  await field(page, /^Competitor:/).click();
  await page.getByRole("textbox", { name: "Competitor" }).fill("Them");
  await page.keyboard.press("Enter");
  await expect(field(other, /^Competitor: Them/)).toBeVisible();

  // Different fields: both stand, and nobody is asked.
  await field(page, /^Competitor:/).click();
  await page.getByRole("textbox", { name: "Competitor" }).fill("Them & Sons");
  await field(other, /^Pains:/).click();
  await other.getByRole("textbox", { name: "Pains" }).fill("slow roads");
  await other.getByRole("textbox", { name: "Pains" }).press("Control+Enter");
  await expect(field(page, /^Pains: slow roads/)).toBeVisible();
  await page.getByRole("textbox", { name: "Competitor" }).press("Enter");
  await expect(field(other, /^Competitor: Them & Sons/)).toBeVisible();
  await expect(field(page, /^Pains: slow roads/)).toBeVisible();

  // The same field: the later one sees both values and chooses.
  await field(page, /^Competitor:/).click();
  await page.getByRole("textbox", { name: "Competitor" }).fill("Mine");
  await field(other, /^Competitor:/).click();
  await other.getByRole("textbox", { name: "Competitor" }).fill("Theirs");
  await other.keyboard.press("Enter");
  await expect(field(other, /^Competitor: Theirs/)).toBeVisible();
  await page.getByRole("textbox", { name: "Competitor" }).press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("cell", { name: "Mine" })).toBeVisible();
  await expect(dialog.getByRole("cell", { name: "Theirs" })).toBeVisible();
  await expectSound(page);
  await dialog.getByRole("button", { name: "Keep theirs" }).click();
  await expect(field(page, /^Competitor: Theirs/)).toBeVisible();

  await field(other, /^Competitor:/).click();
  await other.getByRole("textbox", { name: "Competitor" }).fill("Other's");
  await field(page, /^Competitor:/).click();
  await page.getByRole("textbox", { name: "Competitor" }).fill("Ours");
  await page.keyboard.press("Enter");
  await expect(field(page, /^Competitor: Ours/)).toBeVisible();
  await other.getByRole("textbox", { name: "Competitor" }).press("Enter");
  await other.getByRole("dialog").getByRole("button", { name: "Use mine" }).click();
  await expect(field(page, /^Competitor: Other's/)).toBeVisible();
  await other.context().close();
});

test("nothing that people write runs on anybody's page", async ({ page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  // The largest, so that it stands among the first everywhere.
  const amount = { minor: 900_000_000, currency: "CNY" };
  const deal = await api.createDeal({ name: `Named ${attacks}`, pains: attacks, amount });
  const contact = await api.call<{ id: number }>("POST", "/contacts", {
    name: attacks,
    title: attacks,
  });
  const path = `/deals/${deal.id}`;
  const version = async () => (await api.call<{ version: number }>("GET", path)).version;
  await api.call("PATCH", path, { competitor: attacks }, await version());
  await api.call("PUT", `${path}/committee/${contact.id}`, { role: "champion" }, await version());
  const bant = { level: "weak", evidence: attacks, contact_id: contact.id };
  await api.call("PUT", `${path}/bant/need`, bant, await version());
  await api.call("POST", `${path}/objections`, { kind: "price", worry: attacks, answer: attacks });
  await api.call("POST", `${path}/notes`, { body: attacks });
  await api.call("POST", "/activities", {
    deal_id: deal.id,
    kind: "call",
    subject: attacks,
    due: new Date().toISOString(),
  });
  const name = encodeURIComponent("<img src=x onerror=window.hurt=1>.txt");
  const sent = await page.request.post(`${baseURL}/api${path}/attachments?name=${name}`, {
    headers: { Origin: baseURL!, "Content-Type": "application/octet-stream" },
    data: "text",
  });
  expect(sent.status()).toBe(201);
  for (const where of [path, "/today", "/board", "/deals"]) {
    await page.goto(where);
    await expect(page.locator("#main")).toContainText("<script>");
    await unhurt(page);
  }
  await page.goto(path);
  const notes = page.getByRole("region", { name: "Notes" });
  await expect(notes.getByText("click", { exact: false }).first()).toBeVisible();
  expect(await notes.locator("script, img, svg[onload], a[href^=javascript]").count()).toBe(0);
  await unhurt(page);
});

for (const lang of ["en", "zh"] as Lang[])
  for (const theme of ["light", "dark"] as const)
    test(`the deal page looks right (${lang}, ${theme})`, async ({ page, api, baseURL }) => {
      await enter(page, api, baseURL!, lang, theme);
      const deal = await api.createDeal({
        name: "蓝湖制造 · Warehouse rollout",
        amount: { minor: 25_000_000, currency: "CNY" },
        pains: "Slow roads",
      });
      await api.carry(deal, ["first_contact", "qualification"]);
      const path = `/deals/${deal.id}`;
      const body = "**They** want it by *May*:\n\n- 40 seats\n- single sign-on";
      await api.call("POST", `${path}/notes`, { body });
      const worry = "贵了 30%，董事会不会同意";
      await api.call("POST", `${path}/objections`, { kind: "price", worry, blocking: true });
      await page.goto(path);
      await expect(page.locator("blockquote", { hasText: "贵了" })).toBeVisible();
      await expect(page.locator("#notes")).toBeVisible();
      await expectSound(page);
      await page.setViewportSize({ width: 1440, height: 1900 });
      await shot(page, `deal-page-${lang}-${theme}`);
      await page.setViewportSize({ width: 390, height: 3600 });
      await expectSound(page);
      await shot(page, `deal-page-${lang}-${theme}-390`);
    });

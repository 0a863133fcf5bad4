import { enter, expect, expectSound, type Lang, shot, test, words } from "./workspace.ts";
import type { Locator, Page } from "@playwright/test";

const column = (page: Page, name: string) => page.getByRole("region", { name, exact: true });

// By keyboard alone: pick up, carry one stage to the right, drop. Every step is announced.
async function carry(page: Page, card: Locator, deal: string, stage: string) {
  const said = page.locator('[id^="DndLiveRegion"]');
  await card.getByRole("button").first().focus();
  await page.keyboard.press("Space");
  await expect(said).toContainText(deal);
  await page.keyboard.press("ArrowRight");
  await expect(said).toContainText(stage);
  await page.keyboard.press("Space");
}

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`the gate asks for what is missing, in place (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({
      name: `Gate ${lang}`,
      amount: { minor: 990_000_000, currency: "CNY" },
    });
    await page.goto("/board");
    const card = column(page, say.prospecting).getByRole("listitem").filter({ hasText: deal.name });
    await expect(card).toBeVisible();

    await carry(page, card, deal.name, say.contact);
    const gate = page.getByRole("dialog", { name: new RegExp(say.unfinished) });
    await expect(gate).toBeVisible();
    await expectSound(page);
    await shot(page, `gate-${lang}`);
    const save = gate.getByRole("button", { name: say.saveMove });
    await expect(save).toBeDisabled();

    // Giving up puts the card back where it was.
    await page.keyboard.press("Escape");
    await expect(gate).toBeHidden();
    await expect(card).toBeVisible();

    await carry(page, card, deal.name, say.contact);
    await gate.getByRole("checkbox").first().check();
    await gate.getByRole("combobox").first().selectOption({ index: 1 });
    await gate.getByRole("textbox").nth(0).fill("Grace Li");
    await gate.getByRole("textbox").nth(1).fill("grace@example.com");
    await save.click();
    await expect(gate).toBeHidden();
    const there = column(page, say.contact).getByRole("listitem").filter({ hasText: deal.name });
    await expect(there).toBeVisible();
    const stages = await api.stages();
    await expect
      .poll(async () => (await api.call<{ stage_id: number }>("GET", `/deals/${deal.id}`)).stage_id)
      .toBe(stages.get("first_contact")?.id);

    // And the whole move can be taken back for ten seconds.
    await page.getByRole("button", { name: say.undo }).click();
    await expect(card).toBeVisible();
    await expect(page.getByText(say.undone)).toBeVisible();
  });

  test(`a mouse drags, a manager overrides, a loss says why (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({
      name: `Drag ${lang}`,
      amount: { minor: 980_000_000, currency: "CNY" },
    });
    await page.goto("/board");
    const card = column(page, say.prospecting).getByRole("listitem").filter({ hasText: deal.name });
    const from = (await card.boundingBox())!;
    const to = (await column(page, say.contact).boundingBox())!;
    await page.mouse.move(from.x + 60, from.y + 40);
    await page.mouse.down();
    await page.mouse.move(from.x + 90, from.y + 60, { steps: 4 });
    await page.mouse.move(to.x + to.width / 2, to.y + 160, { steps: 10 });
    await shot(page, `board-drag-${lang}`);
    await page.mouse.up();

    const gate = page.getByRole("dialog");
    await gate.getByRole("button", { name: say.overrideStart }).click();
    await gate.getByLabel(say.overrideReason).fill("The customer asked for speed");
    await gate.getByRole("button", { name: say.override, exact: true }).click();
    const there = column(page, say.contact).getByRole("listitem").filter({ hasText: deal.name });
    await expect(there).toBeVisible();

    await there.getByRole("button").nth(1).click();
    const menu = page.getByRole("dialog", { name: say.moveTo });
    await expectSound(page);
    await menu.getByRole("button", { name: new RegExp(say.lost) }).click();
    const why = page.getByRole("dialog");
    await why.getByRole("combobox", { name: say.reason }).selectOption({ index: 1 });
    await why.getByRole("button", { name: new RegExp(say.lost) }).click();
    await expect(there).toBeHidden();
    await expect
      .poll(async () => (await api.call<{ status: string }>("GET", `/deals/${deal.id}`)).status)
      .toBe("lost");
  });
}

test("a refused move is put back and says why", async ({ page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  const deal = await api.createDeal({
    name: "Refused",
    amount: { minor: 970_000_000, currency: "CNY" },
  });
  await page.goto("/board");
  const card = column(page, "Prospecting").getByRole("listitem").filter({ hasText: deal.name });
  await expect(card).toBeVisible();
  await page.route("**/moves", (route) =>
    route.fulfill({
      status: 503,
      contentType: "application/problem+json",
      body: JSON.stringify({
        title: "Busy",
        detail: "The database is busy.",
        code: "storage.busy",
        request_id: "abc123",
      }),
    }),
  );
  await carry(page, card, deal.name, "First contact");
  await expect(
    page.getByRole("alert").filter({ hasText: "The database is busy. (abc123)" }),
  ).toBeVisible();
  await expect(card).toBeVisible();
});

test("somebody else's change appears by itself, and a race is shown", async ({
  page,
  api,
  baseURL,
}) => {
  await enter(page, api, baseURL!, "en");
  await page.goto("/board");
  await expect(column(page, "Prospecting").getByRole("listitem").first()).toBeVisible();
  const deal = await api.createDeal({
    name: "Live from elsewhere",
    amount: { minor: 999_000_000, currency: "CNY" },
  });
  const card = page.getByRole("listitem").filter({ hasText: "Live from elsewhere" });
  await expect(card).toBeVisible();

  await page.goto(`/deals/${deal.id}`);
  // The page's own live feed would refetch at once; the race is what happens before it can.
  await page.getByRole("button", { name: /^Amount/ }).click();
  await page.route("**/api/live", (route) => route.abort());
  const current = await api.call<{ version: number }>("GET", `/deals/${deal.id}`);
  await page.route(
    `**/api/deals/${deal.id}`,
    async (route) => {
      if (
        route.request().method() === "PATCH" &&
        route.request().headers()["if-match"] === `"${current.version}"`
      )
        await api.call(
          "PATCH",
          `/deals/${deal.id}`,
          { amount: { minor: 500_000, currency: "CNY" } },
          current.version,
        );
      await route.continue();
    },
    { times: 1 },
  );
  await page.getByRole("textbox", { name: "Amount" }).fill("7000");
  await page.getByRole("button", { name: "Save" }).click();
  const conflict = page.getByRole("dialog", { name: "Somebody saved first" });
  await expect(conflict).toContainText("¥7,000");
  await expect(conflict).toContainText("¥5,000");
  await expectSound(page);
  await conflict.getByRole("button", { name: "Use mine" }).click();
  await expect
    .poll(
      async () =>
        (await api.call<{ amount: { minor: number } }>("GET", `/deals/${deal.id}`)).amount.minor,
    )
    .toBe(700_000);
});

test("on a phone a menu moves the card", async ({ browser, server }) => {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  const { Api } = await import("./workspace.ts");
  const api = new Api(page.request, server.url);
  await enter(page, api, server.url, "zh");
  const deal = await api.createDeal({
    name: "手机上的商机",
    amount: { minor: 998_000_000, currency: "CNY" },
  });
  await page.goto("/board");
  const card = page.getByRole("listitem").filter({ hasText: deal.name });
  await card.getByRole("button", { name: /移动/ }).tap();
  await expect(page.getByRole("dialog", { name: "移动到…" })).toBeVisible();
  await expectSound(page);
  await shot(page, "board-phone-move");
  await context.close();
});

import { enter, expect, expectSound, type Lang, shot, test, words } from "./workspace.ts";

test("a deal is worked on where it stands", async ({ page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  const deal = await api.createDeal({ name: "Work on me" });
  await page.goto(`/deals/${deal.id}`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Work on me");

  // A field.
  await page.getByRole("button", { name: /^Amount/ }).click();
  await page.getByRole("textbox", { name: "Amount" }).fill("12.5k");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: /^Amount: ¥12,500/ })).toBeVisible();

  // A checklist item and a field of the exit checks.
  const checks = page.getByRole("region", { name: "Exit checks" });
  const before = await checks.getByText(/of \d exit checks met/).textContent();
  await checks
    .getByRole("button", { name: /^Tick:/ })
    .first()
    .click();
  await expect(checks.getByText(/of \d exit checks met/)).not.toHaveText(before ?? "");
  await checks.getByRole("button", { name: /^Fill in: Source/ }).click();
  await checks.getByRole("combobox").selectOption({ index: 1 });
  await checks.getByRole("button", { name: "Save" }).click();
  await expect(checks.getByRole("button", { name: /^Fill in: Source/ })).toBeHidden();

  // BANT with its evidence.
  const bant = page.getByRole("region", { name: "BANT" });
  await bant.getByRole("button", { name: "Edit: Budget" }).click();
  await bant.getByText("Confirmed").first().click();
  await bant.getByRole("textbox", { name: "Evidence" }).fill("The CFO wrote so");
  await bant.getByRole("button", { name: "Save" }).click();
  await expect(bant.getByText("The CFO wrote so")).toBeVisible();

  // Somebody on the committee.
  const committee = page.getByRole("region", { name: "Buying committee" });
  await committee.getByRole("button", { name: "Add person" }).click();
  await committee.getByRole("textbox", { name: "Name" }).fill("Grace Li");
  await committee.getByRole("button", { name: "Save" }).click();
  await expect(committee.locator("strong", { hasText: "Grace Li" })).toBeVisible();

  // A call that was made, and what comes next; then that is done too.
  await page.keyboard.press("n");
  const step = page.getByRole("region", { name: "Next step" });
  await step.getByRole("textbox", { name: "What happened" }).fill("Asked about the budget");
  await step.getByRole("textbox", { name: "Next step" }).fill("Send the offer");
  await step.getByRole("button", { name: "7 days" }).click();
  await step.getByRole("button", { name: "Save" }).click();
  await expect(step.getByText("Send the offer")).toBeVisible();
  await page.keyboard.press("e");
  await step.getByLabel("What came of it?").fill("They liked it");
  await step.getByRole("button", { name: "Save" }).click();
  await expect(step.getByText("No next step")).toBeVisible();

  // All of it stands in the journal.
  const timeline = page.getByRole("region", { name: "Timeline" });
  await expect(timeline.getByText(/Asked about the budget/)).toBeVisible();
  await expect(timeline.getByText(/12,500|1,250,000|Amount/i).first()).toBeVisible();
  await expectSound(page);
  await shot(page, "deal-worked");

  // A deal can go and come back.
  await page.getByRole("button", { name: "More" }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await expect(page).toHaveURL(/\/deals/);
  const gone = page.getByRole("alert").filter({ hasText: "Work on me deleted" });
  await gone.getByRole("button", { name: "Undo" }).click();
  await expect
    .poll(async () => (await api.call<{ name: string }>("GET", `/deals/${deal.id}`)).name)
    .toBe("Work on me");
});

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`the list filters by its address, sorts, and pages (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/deals?q=Globex&sort=-amount");
    await expect(page.getByRole("searchbox", { name: say.findDeal })).toHaveValue("Globex");
    const rows = page.getByRole("table").getByRole("row");
    await expect(rows.nth(1)).toContainText("Globex");
    const amounts = (await rows.locator("td:nth-child(4)").allTextContents()).map((text) =>
      Number(text.replace(/[^\d]/g, "")),
    );
    expect(amounts.length).toBeGreaterThan(3);
    expect(amounts).toEqual([...amounts].sort((a, b) => b - a));

    await page.getByRole("link", { name: say.sortByAmount }).click();
    await expect(page).toHaveURL(/sort=amount/);
    await page.getByLabel(say.concern).selectOption("no_next_step");
    await expect(page).toHaveURL(/concern=no_next_step/);
    for (const row of await rows.all())
      if (await row.getByRole("cell").count()) await expect(row).toContainText(say.noNextStep);
    await page.getByRole("searchbox", { name: say.findDeal }).fill("nobody has this");
    await expect(page.getByText(say.noMatch)).toBeVisible();
    await expectSound(page);
  });
}

test("keys do what buttons do, but never while somebody types", async ({ page, api, baseURL }) => {
  await enter(page, api, baseURL!, "en");
  await page.goto("/board");
  await expect(page.getByRole("heading", { level: 1, name: "Board" })).toBeVisible();
  await page.keyboard.press("g");
  await page.keyboard.press("d");
  await expect(page).toHaveURL(/\/deals/);
  await page.getByRole("searchbox", { name: "Find a deal" }).fill("");
  await page.getByRole("searchbox", { name: "Find a deal" }).pressSequentially("gb c?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await expect(page).toHaveURL(/\/deals/);
  await page.getByRole("searchbox", { name: "Find a deal" }).fill("");
  await page.locator("#main").focus();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await expectSound(page);
  await page.keyboard.press("Escape");

  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find or do anything" });
  await palette.getByRole("combobox").fill("云杉");
  await expect(palette.getByRole("option").first()).toContainText("云杉");
  await expectSound(page);
  await shot(page, "palette");
  await palette.getByRole("combobox").fill("中文");
  await page.keyboard.press("Enter");
  // The language switches at once, on screen and for the server's sentences.
  await expect(page.getByRole("heading", { level: 1, name: "商机" })).toBeVisible();
  await expect
    .poll(async () => (await api.call<{ user: { lang: string } }>("GET", "/me")).user.lang)
    .toBe("zh");
});

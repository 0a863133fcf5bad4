import { enter, expect, expectSound, type Lang, shot, test, words } from "./workspace.ts";

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`the day is worked down by keys alone (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({ name: `Late by a month ${lang}` });
    await api.call("PUT", `/deals/${deal.id}/next-step`, {
      kind: "call",
      subject: "Ask for the budget",
      due: new Date(Date.now() - 30 * 86_400_000).toISOString(),
    });
    await page.goto("/");
    await expect(page).toHaveURL(/\/today$/);

    // The longest overdue comes first, and says why.
    const steps = page.getByRole("region", { name: say.nextSteps });
    const first = steps.getByRole("listitem").first();
    await expect(first).toContainText(deal.name);
    await expect(first).toContainText(say.overdue);
    await expectSound(page);
    await shot(page, `today-work-${lang}`);

    // J takes it, H puts it off by a day, Ctrl-Z brings it back.
    await page.keyboard.press("j");
    await page.keyboard.press("h");
    await expectSound(page);
    await first.getByRole("button", { name: say.save }).click();
    await expect(steps.getByText(deal.name)).toBeHidden();
    await page.keyboard.press("Control+z");
    await expect(steps.getByText(deal.name)).toBeVisible();

    // E finishes it and sets what comes next, in one go.
    await page.keyboard.press("j");
    await page.keyboard.press("k");
    await expect(first).toContainText(deal.name);
    await page.keyboard.press("e");
    await first.getByLabel(say.outcome).fill("They have it");
    await first.getByRole("textbox", { name: say.nextStep }).fill("Send the offer");
    await shot(page, `today-finish-${lang}`);
    await page.keyboard.press("Enter");
    await expect(steps.getByText(deal.name)).toBeHidden();
    const { next_step } = await api.call<{ next_step: { subject: string } }>(
      "GET",
      `/deals/${deal.id}`,
    );
    expect(next_step.subject).toBe("Send the offer");

    // A counter is the list of what it counts.
    await page.getByRole("link", { name: say.noNextStep }).click();
    await expect(page).toHaveURL(/concern=no_next_step/);
    await expect(page.getByRole("table").getByRole("row").nth(1)).toContainText(say.noNextStep);
  });
}

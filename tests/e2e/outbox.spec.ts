import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const say = {
  en: {
    notes: "Notes",
    write: "Write a note",
    note: "Note",
    waiting: "Not sent yet: 1",
    title: "Not sent yet",
    save: "Save",
    done: "Done",
    nextSteps: "Next steps",
    outcome: "What came of it?",
    changed: "Somebody saved first",
    mine: "Use mine",
  },
  zh: {
    notes: "备注",
    write: "写备注",
    note: "备注",
    waiting: "尚未发送：1 项",
    title: "尚未发送",
    save: "保存",
    done: "完成",
    nextSteps: "下一步",
    outcome: "结果如何？",
    changed: "有人先保存了",
    mine: "使用我的",
  },
};

interface Activity {
  id: number;
  version: number;
  done_at: string | null;
  body: string;
}

for (const lang of ["en", "zh"] as Lang[]) {
  const words = say[lang];

  test(`what is written without a network goes out when it is back, once (${lang})`, async ({
    page,
    context,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({ name: `Offline ${lang}` });
    await page.goto(`/deals/${deal.id}`);
    const notes = page.getByRole("region", { name: words.notes });
    await notes.getByRole("button", { name: words.write }).click();
    await notes.getByLabel(words.note, { exact: true }).fill("Said in the lift");

    await context.setOffline(true);
    await notes.getByRole("button", { name: words.save }).click();
    const waiting = page.getByRole("button", { name: words.waiting });
    await expect(waiting).toBeVisible();
    await waiting.click();
    await expect(page.getByRole("dialog", { name: words.title })).toContainText("Said in the lift");
    await shot(page, `outbox-${lang}`);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toBeHidden();
    await expectSound(page);

    await context.setOffline(false);
    await expect(notes.getByRole("listitem")).toContainText("Said in the lift");
    await expect(waiting).toBeHidden();
    const { items } = await api.call<{ items: unknown[] }>("GET", `/deals/${deal.id}/notes`);
    expect(items).toHaveLength(1);
  });

  test(`what waits survives a reload and meets what changed meanwhile (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({ name: `Meanwhile ${lang}` });
    const step = await api.call<Activity>("PUT", `/deals/${deal.id}/next-step`, {
      kind: "call",
      subject: `Ring ${lang}`,
      due: new Date(Date.now() - 40 * 86_400_000).toISOString(),
    });
    // Everything can be read and nothing arrives.
    let cut = true;
    await page.route("**/api/**", (route) =>
      cut && route.request().method() !== "GET" ? route.abort() : route.continue(),
    );
    await page.goto("/today?scope=mine");
    const row = page
      .getByRole("region", { name: words.nextSteps })
      .getByRole("listitem")
      .filter({ hasText: `Ring ${lang}` });
    await row.getByRole("button", { name: words.done }).click();
    await row.getByLabel(words.outcome).fill("They agreed");
    await row.getByRole("button", { name: words.save }).click();
    const waiting = page.getByRole("button", { name: words.waiting });
    await expect(waiting).toBeVisible();

    const subject = `Ring them ${lang}`;
    await api.call("PATCH", `/activities/${step.id}`, { subject }, step.version);
    await page.reload();
    await expect(waiting).toBeVisible();
    cut = false;
    const dialog = page.getByRole("dialog", { name: words.changed });
    await expect(dialog).toContainText(subject);
    await expect(dialog).toContainText("They agreed");
    await shot(page, `outbox-conflict-${lang}`);
    await dialog.getByRole("button", { name: words.mine }).click();
    await expect(waiting).toBeHidden();
    const { items } = await api.call<{ items: Activity[] }>(
      "GET",
      `/activities?deal_id=${deal.id}`,
    );
    const finished = items.find((each) => each.id === step.id);
    expect(finished?.done_at).not.toBeNull();
    expect(finished?.body).toContain("They agreed");
  });
}

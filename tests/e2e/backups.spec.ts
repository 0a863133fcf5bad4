import { enter, expect, expectSound, type Lang, shot, test, words } from "./workspace.ts";

for (const lang of ["en", "zh"] as Lang[])
  test(`an owner sees the backups and makes one more (${lang})`, async ({ page, api, baseURL }) => {
    const say = words[lang];
    await enter(page, api, baseURL!, lang);
    await page.goto("/backups");
    // The server made one by itself when it started.
    const kept = page.getByRole("row").filter({ hasText: ".backup.db" });
    await expect(kept.first()).toContainText(say.verified);
    const before = await kept.count();
    await expectSound(page);

    const more = page.getByRole("button", { name: say.backUp });
    await more.click();
    await expect(kept).toHaveCount(before + 1);
    await expect(more).toBeEnabled();
    await expect(kept.filter({ hasText: say.verified })).toHaveCount(before + 1);
    await expectSound(page);
    await shot(page, `backups-made-${lang}`);
  });

import { screens } from "./screens.ts";
import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

// Every screen in both languages and themes, wide and on a phone, any two of these together: no
// violation, nothing sticking out, no error in the console, and a picture to look at.
for (const lang of ["en", "zh"] as Lang[])
  for (const theme of ["light", "dark"] as const)
    for (const width of [(lang === "en") === (theme === "light") ? 1440 : 390])
      test(`every screen is sound (${lang}, ${theme}, ${width})`, async ({
        page,
        api,
        baseURL,
      }) => {
        await page.setViewportSize({ width, height: width < 500 ? 844 : 900 });
        await enter(page, api, baseURL!, lang, theme);
        const complaints: string[] = [];
        page.on("pageerror", (error) => complaints.push(String(error)));
        page.on("console", (message) => {
          if (message.type() === "error") complaints.push(message.text());
        });
        for (const screen of screens) {
          await page.goto(screen.path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await expect(page.locator(".bone")).toHaveCount(0);
          await page.waitForTimeout(250);
          await shot(page, `${screen.name}-${lang}-${theme}-${width}`);
          await expectSound(page);
        }
        expect(complaints).toEqual([]);
      });

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import lighthouse from "lighthouse";
import { screens } from "./screens.ts";
import { freePort } from "./server.ts";
import { Api, enter, expect, type Lang, test } from "./workspace.ts";

// Lighthouse drives a browser by its debugging port and in its own tab, so it gets one with a
// profile in which somebody is signed in.
const views: { lang: Lang; theme: "light" | "dark" }[] = [
  { lang: "zh", theme: "light" },
  { lang: "en", theme: "dark" },
];
// Each screen in one of the views: what Lighthouse adds to the checks of looks.spec.ts does not
// hang on language or theme, and an audit takes seconds.
for (const [turn, { lang, theme }] of views.entries())
  test(`Lighthouse finds nothing against accessibility (${lang}, ${theme})`, async ({ server }) => {
    const port = await freePort();
    const profile = mkdtempSync(join(tmpdir(), "stagecoach-lighthouse-"));
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", `--remote-debugging-port=${port}`],
    });
    try {
      const page = await context.newPage();
      await enter(page, new Api(page.request, server.url), server.url, lang, theme);
      // The choice of language and theme is kept by the first visit.
      await page.goto(`${server.url}/board`);
      for (const { path } of screens.filter((_, at) => at % views.length === turn)) {
        const found = await lighthouse(server.url + path, {
          port,
          onlyCategories: ["accessibility"],
          disableStorageReset: true,
          throttlingMethod: "provided",
          maxWaitForLoad: 4_000, // the feed of changes never ends, so the network is never quiet
          formFactor: "desktop",
          screenEmulation: { mobile: false, width: 1440, height: 900, deviceScaleFactor: 1 },
          logLevel: "error",
        });
        expect(found?.lhr.runtimeError, path).toBeUndefined();
        expect(found?.lhr.finalDisplayedUrl, path).toContain(path);
        expect(found?.lhr.categories.accessibility?.score, path).toBe(1);
      }
    } finally {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  });

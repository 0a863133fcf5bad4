import { defineConfig } from "@playwright/test";

// The browser of the system, so that nothing is downloaded. One worker: each file starts a server
// of its own, and the machine is shared.
export default defineConfig({
  testDir: ".",
  outputDir: "../../build/test/e2e/results",
  workers: 1,
  retries: 0,
  // Generous: no test here is about speed, and the machine may be busy.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [["list"]],
  use: {
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox"],
    },
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    timezoneId: "Asia/Shanghai",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
});

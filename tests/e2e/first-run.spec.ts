import { startServer, type Server } from "./server.ts";
import { expect, expectSound, owner, shot, test as base } from "./workspace.ts";

// A server nobody has set up yet; the other files share one that is.
const test = base.extend<{ fresh: Server }>({
  fresh: async ({}, use) => {
    const fresh = await startServer();
    await use(fresh);
    await fresh.stop();
  },
  baseURL: async ({ fresh }, use) => use(fresh.url),
});

test("the first visit makes a workspace, a deal, and lets one in again", async ({
  page,
  baseURL,
}) => {
  await page.addInitScript(() => localStorage.setItem("stagecoach.lang", "zh"));
  await page.goto("/");
  await expect(page).toHaveURL(/\/setup$/);
  await expect(page.getByRole("heading", { name: "创建工作区" })).toBeVisible();
  await expectSound(page);
  await shot(page, "setup-zh");

  // The language switches at once, and what was typed stays.
  await page.getByLabel("公司或团队").fill("云帆科技");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.getByLabel("Company or team")).toHaveValue("云帆科技");
  await expectSound(page);
  await page.getByRole("button", { name: "简体中文" }).click();

  await page.getByLabel("您的姓名").fill("林晓雯");
  await page.getByLabel("邮箱").fill(owner.email);
  // The server's refusal stands at its field, in the reader's language.
  await page.getByRole("textbox", { name: "密码" }).fill("password");
  await page.getByLabel("空白工作区").check();
  await page.getByRole("button", { name: "创建工作区" }).click();
  await expect(page.getByText(/\p{Script=Han}.*密码|密码.*\p{Script=Han}/u).last()).toBeVisible();
  await expect(page).toHaveURL(/\/setup$/);
  await page.getByRole("textbox", { name: "密码" }).fill(owner.password);
  await page.getByRole("button", { name: "创建工作区" }).click();

  await expect(page).toHaveURL(/\/board/);
  await expect(page.getByRole("heading", { name: "还没有商机" })).toBeVisible();
  await expectSound(page);
  await shot(page, "board-empty-zh");

  await page.keyboard.press("c");
  const dialog = page.getByRole("dialog", { name: "新建商机" });
  await dialog.getByLabel("商机名称").fill("蓝湖制造 · 产线改造");
  await dialog.getByLabel("客户").fill("蓝湖制造");
  await dialog.getByLabel("金额").fill("25万");
  await expect(dialog.getByText("¥250,000")).toBeVisible();
  await expectSound(page);
  await dialog.getByRole("button", { name: "创建商机" }).click();
  await expect(page).toHaveURL(/\/deals\/\d+$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("蓝湖制造 · 产线改造");
  await expect(page.getByText("¥250,000").first()).toBeVisible();

  const deep = page.url();
  await page.getByRole("button", { name: /^账号/ }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expectSound(page);

  // A deep link waits behind the door, and a wrong password says so in the reader's language.
  await page.goto(deep);
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("邮箱").fill(owner.email);
  await page.getByRole("textbox", { name: "密码" }).fill("wrong horse battery");
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page.getByRole("alert")).toContainText(/\p{Script=Han}/u);
  await page.getByRole("textbox", { name: "密码" }).fill(owner.password);
  await page.getByRole("button", { name: "登录" }).click();
  await expect(page).toHaveURL(deep.replace(baseURL ?? "", "").length > 0 ? deep : /./);
});

test("the board shows the pipeline that was imported, not an empty one", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("stagecoach.lang", "en"));
  await page.goto("/");
  await page.getByLabel("Company or team").fill("Harbour Cranes");
  await page.getByLabel("Your name").fill("Ann Lee");
  await page.getByLabel("E-mail").fill(owner.email);
  await page.getByRole("textbox", { name: "Password" }).fill(owner.password);
  await page.getByLabel("My own data").check();
  await page.getByRole("button", { name: "Create the workspace" }).click();
  await expect(page).toHaveURL(/\/import/);
  const rows = ["deal id,name,stage,created date", "1,Harbour crane,Survey,2026-03-04", ""];
  const buffer = Buffer.from(rows.join("\n"));
  await page
    .locator('input[type="file"]')
    .first()
    .setInputFiles({ name: "cranes.csv", mimeType: "text/csv", buffer });
  await page.getByRole("button", { name: /^Import 1 row/ }).click();
  await expect(page.getByText("The import is done")).toBeVisible();
  await page.getByRole("link", { name: "Board", exact: true }).click();
  await expect(page.getByText("Harbour crane")).toBeVisible();
  // The pipeline came with the file: its standard is still to be set.
  await page.goto("/today");
  const step = page.getByRole("link", { name: "Set the standard of a stage and publish it" });
  await expect(step).toBeVisible();
});

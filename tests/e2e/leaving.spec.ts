import { Api, enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const words = {
  en: {
    menu: (name: string) => `Actions for ${name}`,
    deactivate: "Deactivate…",
    all: "Everything goes to",
    preview: "Who gets what",
    handOver: "Hand over and deactivate",
    showLeft: /^Show \d+ deactivated/,
    reactivate: "Reactivate",
    newTeam: "Add team",
    name: "Name",
    save: "Save",
    move: "Move to…",
    parent: "Part of",
    delete: "Delete",
    record: "Record",
    created: "Deal created",
    older: "Search further back",
    plan: "Plan an absence",
    deputy: "Deputy",
    away: /Away until/,
  },
  zh: {
    menu: (name: string) => `对 ${name} 的操作`,
    deactivate: "停用…",
    all: "全部移交给",
    preview: "移交结果",
    handOver: "移交并停用",
    showLeft: /^显示 \d+ 位已停用/,
    reactivate: "重新启用",
    newTeam: "添加团队",
    name: "名称",
    save: "保存",
    move: "移动到…",
    parent: "上级团队",
    delete: "删除",
    record: "记录",
    created: "新建商机",
    older: "继续往前查找",
    plan: "安排请假",
    deputy: "代理人",
    away: /请假至/,
  },
} as const;

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`who leaves hands over and is out, and comes back (${lang})`, async ({
    page,
    api,
    baseURL,
    browser,
  }) => {
    await enter(page, api, baseURL!, lang);
    const name = `Leaver ${lang}`;
    const email = `leaver.${lang}@example.com`;
    const password = "seven boats at noon";
    await api.call("POST", "/users", { name, email, role: "rep", password });
    const other = await browser.newContext({ baseURL: baseURL! });
    await other.request.post("/api/session", {
      headers: { Origin: baseURL! },
      data: { email, password },
    });
    const his = new Api(other.request, baseURL!);
    const deal = await his.createDeal({ name: `Left behind ${lang}` });

    await page.goto("/team");
    await page.getByRole("button", { name: say.menu(name) }).click();
    await page.getByRole("menuitem", { name: say.deactivate }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("combobox", { name: say.all }).click();
    await page.getByRole("option", { name: "林晓雯" }).click();
    await expect(dialog.getByRole("list", { name: say.preview })).toContainText("林晓雯");
    await expectSound(page);
    await shot(page, `leave-${lang}`);
    await dialog.getByRole("button", { name: say.handOver }).click();
    await expect(dialog).toBeHidden();
    expect((await other.request.get("/api/me")).status()).toBe(401);
    const { owner } = await api.call<{ owner: { name: string } }>("GET", `/deals/${deal.id}`);
    expect(owner.name).toBe("林晓雯");

    await page.getByLabel(say.showLeft).click();
    await page.getByRole("button", { name: say.menu(name) }).click();
    await page.getByRole("menuitem", { name: say.reactivate }).click();
    await expect(page.getByRole("combobox", { name }).first()).toBeEnabled();
    await other.close();
  });

  test(`teams are added, moved and deleted (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/team");
    const add = async (name: string) => {
      await page.getByRole("button", { name: say.newTeam }).click();
      await page.getByRole("dialog").getByLabel(say.name, { exact: true }).fill(name);
      await page.getByRole("button", { name: say.save }).click();
      await expect(page.getByRole("dialog")).toBeHidden();
    };
    const north = `North ${lang}`;
    const harbour = `Harbour ${lang}`;
    await add(north);
    await add(harbour);
    await page.getByRole("button", { name: say.menu(harbour) }).click();
    await page.getByRole("menuitem", { name: say.move }).click();
    await page.getByRole("dialog").getByRole("combobox", { name: say.parent }).click();
    await page.getByRole("option", { name: north }).click();
    await expectSound(page);
    await page.getByRole("button", { name: say.save }).click();
    const below = page.getByRole("listitem").filter({ hasText: north }).getByRole("listitem");
    await expect(below).toContainText(harbour);
    await shot(page, `teams-${lang}`);

    // What is below goes up when its place goes.
    await page.getByRole("button", { name: say.menu(north) }).click();
    await page.getByRole("menuitem", { name: say.delete }).click();
    await expect(page.getByRole("dialog")).toBeVisible();
    await expect(page.getByRole("menu")).toBeHidden();
    await expectSound(page);
    await shot(page, `teams-delete-${lang}`);
    await page.getByRole("dialog").getByRole("button", { name: say.delete }).click();
    const main = page.locator("#main");
    await expect(main.getByText(north, { exact: true })).toBeHidden();
    await expect(main.getByText(harbour, { exact: true })).toBeVisible();
  });

  test(`the audit finds who did what (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    const deal = await api.createDeal({ name: `Needle ${lang}` });
    await page.goto("/audit?kind=records");
    await expect(page.getByRole("table")).toBeVisible();
    await expectSound(page);
    await shot(page, `audit-${lang}`);
    await page.getByRole("textbox", { name: say.record }).fill(deal.name);
    await expect(page).toHaveURL(/q=Needle/);
    const row = page.getByRole("row").filter({ hasText: deal.name });
    await expect(row).toHaveCount(1);
    await expect(row).toContainText(say.created);
    await expect(row).toContainText("林晓雯");
    await page.goto("/audit?kind=exports&actor_id=999999");
    await expect(page.getByRole("table")).toBeHidden();
    await expectSound(page);
  });

  test(`an absence shows by the name (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    const name = `Deputy ${lang}`;
    await api.call("POST", "/users", { name, role: "rep" });
    await page.goto("/account");
    await page.getByRole("button", { name: say.plan }).click();
    await page.getByRole("dialog").getByRole("combobox", { name: say.deputy }).click();
    await page.getByRole("option", { name }).click();
    await expectSound(page);
    await page.getByRole("button", { name: say.save }).last().click();
    await expect(page.getByRole("dialog")).toBeHidden();
    await shot(page, `absence-${lang}`);
    await page.goto("/team");
    await expect(page.getByRole("rowheader", { name: "林晓雯" })).toContainText(say.away);
    const { items } = await api.call<{
      items: { id: number; version: number }[];
    }>("GET", "/absences");
    for (const each of items)
      await api.call("DELETE", `/absences/${each.id}`, undefined, each.version);
  });
}

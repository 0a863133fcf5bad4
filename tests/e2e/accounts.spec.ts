import { enter, expect, expectSound, type Lang, shot, test, words } from "./workspace.ts";

const says = {
  en: {
    newAccount: "New account",
    name: "Name",
    create: "Create account",
    exists: "This may exist already:",
    phone: /^Phone/,
    region: /^Region/,
    tree: "Company tree",
    addContact: "Add contact",
    createContact: "Create contact",
    more: "More",
    delete: "Delete",
    timeline: "Timeline",
    consent: /^Consent to contact/,
    withdrawn: "Withdrawn",
    doNotContact: "Do not contact",
    conflict: "Somebody saved first",
    mine: "Use mine",
    findAccount: "Find an account",
    notSame: "Not a duplicate",
  },
  zh: {
    newAccount: "新建客户",
    name: "名称",
    create: "创建客户",
    exists: "可能已经存在：",
    phone: /^电话/,
    region: /^地区/,
    tree: "公司层级",
    addContact: "添加联系人",
    createContact: "创建联系人",
    more: "更多",
    delete: "删除",
    timeline: "动态",
    consent: /^联系同意/,
    withdrawn: "已撤回",
    doNotContact: "请勿联系",
    conflict: "有人先保存了",
    mine: "使用我的",
    findAccount: "查找客户",
    notSame: "不是重复",
  },
} as const;

interface Account {
  id: number;
  version: number;
  name: string;
}

for (const lang of ["en", "zh"] as Lang[]) {
  const say = says[lang];

  test(`an account is entered, edited and known again (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const company = lang === "en" ? "Brightwater" : "清泉装备";
    const known = await api.call<Account>("POST", "/accounts", {
      name: lang === "en" ? `${company}, Inc.` : `${company}有限公司`,
    });

    // While its name is typed, the one that exists is told of.
    await page.goto("/accounts");
    await page.getByRole("button", { name: say.newAccount }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(say.name).fill(company);
    await expect(form.getByText(say.exists)).toBeVisible();
    await expect(form.getByRole("link", { name: known.name })).toBeVisible();
    await expectSound(page);
    await shot(page, `account-alike-${lang}`);
    await form.getByRole("button", { name: say.create }).click();
    await expect(page).toHaveURL(/\/accounts\/\d+$/);
    await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();

    // A field is edited where it stands, and Ctrl-Z takes it back.
    const region = page.getByRole("button", { name: say.region });
    await region.click();
    await page.getByRole("textbox", { name: say.region }).fill("North <b>");
    await page.keyboard.press("Enter");
    await expect(region).toContainText("North <b>");
    await expect(page.getByRole("button", { name: words[lang].undo }).first()).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(region).not.toContainText("North");

    // Who saves first is not overwritten unseen. The page's own live feed would refetch at once;
    // the race is what happens before it can.
    await expect(page.getByText(words[lang].undone)).toBeVisible();
    const id = Number(page.url().split("/").at(-1));
    await page.route("**/api/live", (route) => route.abort());
    const current = await api.call<Account>("GET", `/accounts/${id}`);
    await page.route(`**/api/accounts/${id}`, async (route) => {
      const ours =
        route.request().method() === "PATCH" &&
        route.request().headers()["if-match"] === `"${current.version}"`;
      if (ours) await api.call("PATCH", `/accounts/${id}`, { phone: "333 4444" }, current.version);
      await route.continue();
    });
    const phone = page.getByRole("button", { name: say.phone });
    await phone.click();
    await page.getByRole("textbox", { name: say.phone }).fill("111 2222");
    await page.keyboard.press("Enter");
    const clash = page.getByRole("dialog", { name: say.conflict });
    await expect(clash).toContainText("111 2222");
    await expect(clash).toContainText("333 4444");
    await clash.getByRole("button", { name: say.mine }).click();
    await expect(phone).toContainText("111 2222");

    // Its pair is found, and found to be two.
    await page.goto("/duplicates");
    const pair = page.getByRole("listitem").filter({ hasText: known.name });
    await expect(pair).toBeVisible();
    await expectSound(page);
    await shot(page, `duplicates-${lang}`);
    await pair.getByRole("button", { name: say.notSame }).click();
    await expect(pair).toBeHidden();
  });

  test(`an account shows its tree, people and history (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const top = await api.call<Account>("POST", "/accounts", {
      name: `Holding ${lang}`,
      region: "华东",
      industry: "Logistics",
    });
    const below = await api.call<Account>("POST", "/accounts", {
      name: `Daughter ${lang}`,
      parent_id: top.id,
    });
    const deal = await api.createDeal({
      name: `Pilot ${lang}`,
      account_id: below.id,
      amount: { minor: 1_250_000, currency: "CNY" },
    });

    await page.goto(`/accounts/${below.id}`);
    const tree = page.getByRole("region", { name: say.tree });
    await expect(tree.getByRole("link", { name: top.name })).toBeVisible();
    await expect(page.getByRole("link", { name: deal.name }).first()).toBeVisible();
    const timeline = page.getByRole("region", { name: say.timeline });
    await expect(timeline.getByRole("link", { name: deal.name })).toBeVisible();

    await page.getByRole("button", { name: say.addContact }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(say.name).fill(`Dora ${lang} <img src=x onerror=alert(1)>`);
    await form.getByRole("button", { name: say.createContact }).click();
    await page
      .getByRole("link", { name: `Dora ${lang} <img` })
      .first()
      .click();
    await expect(page).toHaveURL(/\/contacts\/\d+$/);
    await page.getByRole("button", { name: say.consent }).click();
    await page.getByRole("combobox", { name: say.consent }).selectOption("withdrawn");
    await expect(page.getByText(say.doNotContact)).toBeVisible();
    await expectSound(page);
    await shot(page, `contact-${lang}`);

    // Deleted, and brought back within ten seconds.
    await page.getByRole("button", { name: say.more }).click();
    await page.getByRole("menuitem", { name: say.delete, exact: true }).click();
    await expect(page).toHaveURL(/\/contacts$/);
    await expect(page.getByRole("link", { name: `Dora ${lang} <img` })).toBeHidden();
    await expect(page.getByRole("button", { name: words[lang].undo }).first()).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByText(words[lang].undone)).toBeVisible();
    await expect(page.getByRole("link", { name: `Dora ${lang} <img` })).toBeVisible();

    // The address is the list.
    await page.goto(`/accounts?q=${encodeURIComponent(`Holding ${lang}`)}&sort=-updated`);
    await page.getByRole("button", { name: "华东" }).click();
    await expect(page).toHaveURL(/region=/);
    await expect(page.getByRole("link", { name: top.name })).toBeVisible();
  });
}

for (const lang of ["en", "zh"] as Lang[]) {
  const say = {
    en: {
      merge: /^Merge…/,
      join: "Merge",
      merged: "was merged",
      apart: "Taken apart again",
      more: "More",
      erase: "Erase personal data…",
      sure: "I know that this cannot be undone.",
      eraseDo: "Erase",
      erased: /^Personal data erased on/,
    },
    zh: {
      merge: /^合并…/,
      join: "合并",
      merged: "已合并",
      apart: "已撤销合并",
      more: "更多",
      erase: "删除个人数据…",
      sure: "我知道此操作无法撤销。",
      eraseDo: "删除",
      erased: /^个人数据已于/,
    },
  }[lang];

  test(`two records become one and are taken apart again (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    const phone = lang === "en" ? "021-68881234" : "021-68885678";
    const company = lang === "en" ? "Stillwater" : "静水仪器";
    const first = await api.call<Account>("POST", "/accounts", {
      name: company,
      region: "North",
    });
    const second = await api.call<Account>("POST", "/accounts", {
      name: lang === "en" ? `${company} Ltd` : `${company}有限公司`,
      phone,
    });
    const deal = await api.createDeal({
      name: `Merger ${lang}`,
      account_id: second.id,
    });
    await page.goto("/duplicates");
    const pair = page.getByRole("listitem").filter({ hasText: second.name });
    await pair.getByRole("button", { name: say.merge }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText(phone);
    await expectSound(page);
    await shot(page, `merge-${lang}`);
    await dialog.getByRole("button", { name: say.join, exact: true }).click();
    await expect(page).toHaveURL(new RegExp(`/accounts/${first.id}$`));
    await expect(page.getByText(say.merged)).toBeVisible();
    await expect(page.getByRole("link", { name: deal.name }).first()).toBeVisible();
    await expect(page.getByRole("button", { name: words[lang].undo }).first()).toBeVisible();
    await page.keyboard.press("Control+z");
    await expect(page.getByText(say.apart).first()).toBeVisible();
    const back = await api.call<{ account: { id: number } }>("GET", `/deals/${deal.id}`);
    expect(back.account.id).toBe(second.id);
  });

  test(`what is personal is erased for good (${lang})`, async ({ page, api, baseURL }) => {
    await enter(page, api, baseURL!, lang);
    const { id } = await api.call<Account>("POST", "/contacts", {
      name: `Private Person ${lang}`,
      email: `private.${lang}@example.com`,
    });
    await page.goto(`/contacts/${id}`);
    await page.getByRole("button", { name: say.more }).click();
    await page.getByRole("menuitem", { name: say.erase }).click();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button", { name: say.eraseDo, exact: true })).toBeDisabled();
    await dialog.getByRole("checkbox", { name: say.sure }).check();
    await expectSound(page);
    await shot(page, `erase-${lang}`);
    await dialog.getByRole("button", { name: say.eraseDo, exact: true }).click();
    await expect(page.getByText(say.erased)).toBeVisible();
    await expect(page.getByRole("heading", { level: 1, name: `#${id}` })).toBeVisible();
    await expect(page.getByText("Private Person")).toBeHidden();
  });
}

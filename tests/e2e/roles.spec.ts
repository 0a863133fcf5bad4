import { enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const words = {
  en: {
    add: "Add role",
    name: "Name",
    make: "Make the role",
    cell: (role: string) => `${role}: Give records to others`,
    may: (role: string) => `${role} may now: Give records to others.`,
    save: "Save",
    delete: (role: string) => `Delete the role ${role}`,
    owner: "Owner: Create and change deals",
    edit: "Edit roles",
  },
  zh: {
    add: "添加角色",
    name: "名称",
    make: "创建角色",
    cell: (role: string) => `${role}：将记录分配给他人`,
    may: (role: string) => `${role} 新增：将记录分配给他人。`,
    save: "保存",
    delete: (role: string) => `删除角色“${role}”`,
    owner: "所有者：新建和修改商机",
    edit: "编辑角色",
  },
} as const;

for (const lang of ["en", "zh"] as Lang[]) {
  const say = words[lang];

  test(`a role of one's own is made, changed in words first, and deleted (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/team");
    await page.getByRole("link", { name: say.edit }).click();
    await expect(page.getByRole("checkbox", { name: say.owner })).toBeDisabled();
    const name = `Inside ${lang}`;
    await page.getByRole("button", { name: say.add }).click();
    const form = page.getByRole("dialog");
    await form.getByLabel(say.name, { exact: true }).fill(name);
    await expectSound(page);
    await form.getByRole("button", { name: say.make }).click();
    await page.getByRole("checkbox", { name: say.cell(name) }).check();
    await expect(page.getByText(say.may(name))).toBeVisible();
    await expectSound(page);
    await shot(page, `roles-${lang}`);
    await page.getByRole("button", { name: say.save, exact: true }).click();
    await expect(page.getByText(say.may(name))).toBeHidden();
    await page.reload();
    await expect(page.getByRole("checkbox", { name: say.cell(name) })).toBeChecked();
    await page.getByRole("button", { name: say.delete(name) }).click();
    await expect(page.getByRole("checkbox", { name: say.cell(name) })).toBeHidden();
  });
}

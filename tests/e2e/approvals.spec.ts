import { type Deal, enter, expect, expectSound, type Lang, shot, test } from "./workspace.ts";

const say = {
  en: {
    checks: "Exit checks",
    ask: "Ask for approval",
    needs: /Needs approval/,
    waiting: "Waiting for approval",
    reason: "Reason or note",
    refuse: "Refuse",
    approve: "Approve",
    refused: "Refused",
    approved: "Approved",
  },
  zh: {
    checks: "阶段退出标准",
    ask: "请求审批",
    needs: /需要审批/,
    waiting: "等待审批",
    reason: "原因或备注",
    refuse: "不通过",
    approve: "通过",
    refused: "未通过",
    approved: "已通过",
  },
};

interface Draft {
  pipeline_id: number;
  version: number;
}

for (const lang of ["en", "zh"] as Lang[]) {
  const words = say[lang];

  test(`an approval is asked for, refused with a reason and given (${lang})`, async ({
    page,
    api,
    baseURL,
    browser,
  }) => {
    await enter(page, api, baseURL!, lang);
    const manager = { email: `max-${lang}@example.com`, password: "four winds over sea" };
    await api.call("POST", "/users", {
      name: `Max ${lang}`,
      ...manager,
      role: "manager",
      visibility: "all",
      lang,
    });
    const draft = await api.call<Draft>("POST", "/pipelines", {
      name: { en: `Discounts ${lang}` },
      template_key: "b2c",
    });
    const stage = (
      key: string,
      kind: string,
      probability: number,
      exit_criteria: object[] = [],
    ) => ({
      key,
      kind,
      name: { en: key, zh: key },
      probability,
      exit_criteria,
    });
    const saved = await api.call<Draft>(
      "PUT",
      `/pipelines/${draft.pipeline_id}/draft`,
      {
        key: "discounts",
        name: { en: `Discounts ${lang}` },
        stages: [
          stage("offer", "open", 20, [
            {
              key: "discount",
              kind: "approval",
              label: { en: "Discount approved", zh: "折扣已审批" },
              approval: { approver: "manager", deadline: { amount: 8, unit: "business_hours" } },
            },
          ]),
          stage("sign", "open", 80),
          stage("won", "won", 100),
          stage("lost", "lost", 0),
        ],
      },
      draft.version,
    );
    await api.call("POST", `/pipelines/${draft.pipeline_id}/publications`, {}, saved.version);
    const deal = await api.createDeal({
      name: `Big discount ${lang}`,
      pipeline_id: draft.pipeline_id,
    });

    await page.goto(`/deals/${deal.id}`);
    const checks = page.getByRole("region", { name: words.checks });
    await checks.getByLabel(words.needs).fill("<b>10 %</b> off for three years");
    await checks.getByRole("button", { name: words.ask }).click();
    await expect(checks).toContainText("<b>10 %</b> off");
    await expectSound(page);
    await shot(page, `approval-asked-${lang}`);

    // The manager finds it in his day, and refuses with a reason.
    const other = await browser.newContext({ baseURL: baseURL! });
    const second = await other.newPage();
    await second.addInitScript((chosen) => localStorage.setItem("stagecoach.lang", chosen), lang);
    await second.request.post(`${baseURL}/api/session`, {
      headers: { Origin: baseURL! },
      data: manager,
    });
    await second.goto("/today");
    const waiting = second.getByRole("region", { name: words.waiting });
    await expect(waiting).toContainText(deal.name);
    const item = waiting.getByRole("listitem").filter({ hasText: deal.name });
    await expect(item.getByRole("button", { name: words.refuse, exact: true })).toBeDisabled();
    await item.getByLabel(words.reason).fill("Five at most");
    await expectSound(second);
    await shot(second, `approval-today-${lang}`);
    await item.getByRole("button", { name: words.refuse, exact: true }).click();
    await expect(second.getByRole("region", { name: words.waiting })).toBeHidden();

    // Who asked sees why, asks again, and it is given on the deal.
    await expect(checks).toContainText("Five at most");
    await expect(checks.getByText(words.refused, { exact: true })).toBeVisible();
    await checks.getByRole("button", { name: words.ask }).click();
    await second.goto(`/deals/${deal.id}`);
    const theirs = second.getByRole("region", { name: words.checks });
    await theirs.getByRole("button", { name: words.approve, exact: true }).click();
    await expect(theirs.getByText(words.approved, { exact: true })).toBeVisible();
    const after = await api.call<Deal & { gate: { met: number } }>("GET", `/deals/${deal.id}`);
    expect(after.gate.met).toBe(1);
    await other.close();
  });
}

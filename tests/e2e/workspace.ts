// What the tests share: a set-up workspace with deals in it, a page signed in to it, and the checks
// every screen must pass.
import AxeBuilder from "@axe-core/playwright";
import { test as base, expect, type APIRequestContext, type Page } from "@playwright/test";
import { startServer, type Server } from "./server.ts";

export { expect };
export type Lang = "en" | "zh";

export const owner = {
  email: "lin@example.com",
  password: "correct horse battery",
};

// The sentences a test looks for, in both languages.
export const words = {
  en: {
    board: "Board",
    name: "What is the deal?",
    create: "Create deal",
    password: "Password",
    email: "E-mail",
    enter: "Sign in",
    sessionEnded: "Your session has ended",
    serverLost: /server cannot be reached/,
    nothingHere: "Nothing here",
    findDeal: "Find a deal",
    concern: "Concern",
    nextSteps: "Next steps",
    nextStep: "Next step",
    overdue: "Overdue",
    outcome: "What came of it?",
    save: "Save",
    noNextStep: "No next step",
    sortByAmount: "Sort by Amount",
    noMatch: "No deal matches these filters.",
    newDeal: "New deal",
    saveMove: "Save and move",
    overrideStart: "Override…",
    override: "Override and move",
    overrideReason: "Why move it all the same?",
    undo: "Undo",
    undone: "Undone",
    prospecting: "Prospecting",
    contact: "First contact",
    qualification: "Qualification",
    moveTo: "Move to…",
    lost: "Lost",
    reason: "Reason",
    unfinished: "is not finished",
    backUp: "Back up now",
    verified: "Verified",
  },
  zh: {
    board: "看板",
    name: "商机名称",
    create: "创建商机",
    password: "密码",
    email: "邮箱",
    enter: "登录",
    sessionEnded: "登录已过期",
    serverLost: /连不上服务器/,
    nothingHere: "这里什么也没有",
    findDeal: "查找商机",
    concern: "关注原因",
    nextSteps: "下一步",
    nextStep: "下一步",
    overdue: "已逾期",
    outcome: "结果如何？",
    save: "保存",
    noNextStep: "没有下一步",
    sortByAmount: "按金额排序",
    noMatch: "没有符合筛选条件的商机。",
    newDeal: "新建商机",
    saveMove: "保存并推进",
    overrideStart: "强制推进…",
    override: "强制推进",
    overrideReason: "为什么仍要推进？",
    undo: "撤销",
    undone: "已撤销",
    prospecting: "潜在客户开发",
    contact: "初次接触",
    qualification: "资格审查",
    moveTo: "移动到…",
    lost: "输单",
    reason: "原因",
    unfinished: "尚未完成",
    backUp: "立即备份",
    verified: "已校验",
  },
} as const;

interface Stage {
  id: number;
  key: string;
  kind: string;
}
export interface Deal {
  id: number;
  version: number;
  name: string;
  stage_id: number;
}

// The API as the signed-in owner; refusals throw with the server's own words.
export class Api {
  constructor(
    private readonly request: APIRequestContext,
    private readonly url: string,
  ) {}

  async call<T>(method: string, path: string, data?: unknown, version?: number): Promise<T> {
    const answer = await this.request.fetch(`${this.url}/api${path}`, {
      method,
      headers: {
        Origin: this.url,
        ...(data === undefined ? {} : { "Content-Type": "application/json" }),
        ...(version === undefined ? {} : { "If-Match": `"${version}"` }),
      },
      ...(data === undefined ? {} : { data: JSON.stringify(data) }),
    });
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${text}`);
    return (text ? JSON.parse(text) : undefined) as T;
  }

  async stages(): Promise<Map<string, Stage>> {
    const { items } = await this.call<{ items: { stages: Stage[] }[] }>("GET", "/pipelines");
    return new Map(items[0]?.stages.map((stage) => [stage.key, stage]));
  }

  createDeal = (body: object) => this.call<Deal>("POST", "/deals", body);

  // To a stage by the manager's way, whatever the gates say.
  async carry(deal: Deal, keys: string[]): Promise<Deal> {
    const stages = await this.stages();
    let current = deal;
    for (const key of keys)
      current = await this.call<Deal>(
        "POST",
        `/deals/${deal.id}/moves`,
        {
          to_stage_id: stages.get(key)?.id,
          override_reason: "carried by a test",
        },
        current.version,
      );
    return current;
  }
}

const accounts = ["Lakeside 蓝湖制造", "云杉医疗", "Globex", "北辰物流"];
const topics = ["warehouse rollout", "产线改造", "pilot", "年度采购框架", "renewal", "数据平台"];
const road = ["first_contact", "qualification"];

// A few dozen deals on several stages, some with a next step, some without.
export async function seed(api: Api): Promise<void> {
  const ids: number[] = [];
  for (const name of accounts)
    ids.push((await api.call<{ id: number }>("POST", "/accounts", { name })).id);
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
  for (let at = 0; at < 24; ++at) {
    const deal = await api.createDeal({
      name: `${accounts[at % 4]} · ${topics[at % 6]} ${at + 1}`,
      account_id: ids[at % 4],
      amount: { minor: (at + 3) * 1_234_500, currency: "CNY" },
      expected_close: day(20 + at).slice(0, 10),
    });
    if (at % 3 !== 0)
      await api.call("PUT", `/deals/${deal.id}/next-step`, {
        kind: "call",
        subject: "Call the CFO",
        due: day((at % 9) - 2),
      });
    const current = await api.call<Deal>("GET", `/deals/${deal.id}`);
    if (at >= 14) await api.carry(current, road.slice(0, 1 + (at % 2)));
  }
}

interface Fixtures {
  api: Api;
}
interface WorkerFixtures {
  server: Server;
}

// One server for all tests of a worker; each makes the records it needs.
export const test = base.extend<Fixtures, WorkerFixtures>({
  server: [
    async ({}, use) => {
      const server = await startServer();
      await use(server);
      await server.stop();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  api: async ({ page, server }, use) => use(new Api(page.request, server.url)),
});

export async function setUp(page: Page, url: string, lang: Lang = "en"): Promise<void> {
  const needed = await page.request.get(`${url}/api/setup`);
  if (!(await needed.json()).needed) return;
  const answer = await page.request.post(`${url}/api/setup`, {
    headers: { Origin: url },
    data: {
      organization: "云帆科技",
      name: "林晓雯",
      ...owner,
      lang,
      currency: "CNY",
      time_zone: "Asia/Shanghai",
      sample_data: false,
    },
  });
  expect(answer.status(), await answer.text()).toBe(201);
}

// Signed in, in this language and theme, on a workspace with deals.
export async function enter(
  page: Page,
  api: Api,
  url: string,
  lang: Lang,
  theme: "light" | "dark" = "light",
) {
  await setUp(page, url);
  await page.request.post(`${url}/api/session`, {
    headers: { Origin: url },
    data: owner,
  });
  await api.call("PATCH", "/me", { lang });
  const { items } = await api.call<{ items: unknown[] }>("GET", "/deals?limit=1");
  if (items.length === 0) await seed(api);
  await page.addInitScript(
    ([chosenLang, chosenTheme]) => {
      localStorage.setItem("stagecoach.lang", chosenLang);
      localStorage.setItem("stagecoach.theme", chosenTheme);
    },
    [lang, theme] as const,
  );
}

// What fades in or out has done so; a menu on its way out is neither there nor gone.
const expectSettled = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(
          () =>
            document
              .getAnimations()
              .filter(
                ({ effect, playState }) =>
                  playState === "running" && effect?.getComputedTiming().iterations !== Infinity,
              ).length,
        ),
      { message: "something still moves" },
    )
    .toBe(0);

// No violation of WCAG 2.2 AA, and nothing sticks out of the screen.
export async function expectSound(page: Page): Promise<void> {
  await expect(page.locator("main")).toHaveCount(1);
  await expect(page.locator("h1")).not.toHaveCount(0);
  await expectSettled(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
    .analyze();
  const told = violations.map(
    (each) =>
      `${each.id}: ${each.help}\n  ${each.nodes
        .slice(0, 4)
        .map((node) => `${node.target.join(" ")} ${node.failureSummary?.split("\n")[1] ?? ""}`)
        .join("\n  ")}`,
  );
  expect(told).toEqual([]);
  const wide = await page.evaluate(() =>
    Math.max(
      ...[...document.querySelectorAll("html, #main")].map(
        (each) => each.scrollWidth - each.clientWidth,
      ),
    ),
  );
  expect(wide, "the page scrolls sideways").toBeLessThanOrEqual(0);
}

// Pictures to look at, kept with the other output of the tests.
export const shot = (page: Page, name: string) =>
  page.screenshot({
    path: new URL(`../../build/test/e2e/${name}.png`, import.meta.url).pathname,
    animations: "disabled",
  });

import { enter, expect, expectSound, type Lang, owner, shot, test } from "./workspace.ts";

const say = {
  en: {
    newPipeline: "New pipeline",
    zhName: "Name of the pipeline (Chinese)",
    enName: "Name of the pipeline (English)",
    begin: "Begin draft",
    addStage: "Add stage",
    stageEn: "Stage name (English)",
    check: "Check",
    publish: /Publish version/,
    stages: "Stages",
    standard: "Standard time",
    addCriterion: "Add criterion",
    criterionEn: "What people read (English)",
    review: "Before you publish",
    wouldNot: /would not pass/,
    saved: /Draft saved/,
    history: "History",
    view: "View version 1",
    restore: "Restore as a draft",
    clash: "Keep theirs",
    discard: "Discard draft",
    nothing: "Nothing differs from what is published.",
    note: "Why (for the history)",
  },
  zh: {
    newPipeline: "新建销售流程",
    zhName: "销售流程名称 (中文)",
    enName: "销售流程名称 (英文)",
    begin: "开始草稿",
    addStage: "新增阶段",
    stageEn: "阶段名称 (英文)",
    check: "待修正",
    publish: /发布版本/,
    stages: "阶段",
    standard: "标准时长",
    addCriterion: "新增标准",
    criterionEn: "显示名称 (英文)",
    review: "发布之前",
    wouldNot: /将无法通过/,
    saved: /草稿已保存/,
    history: "历史版本",
    view: "查看版本 1",
    restore: "恢复为草稿",
    clash: "保留对方的",
    discard: "放弃草稿",
    nothing: "与已发布版本一致。",
    note: "原因（记入历史）",
  },
};

for (const lang of ["en", "zh"] as Lang[]) {
  const words = say[lang];

  test(`a standard is edited, its effect seen, published and brought back (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/pipelines/1");
    const review = page.getByRole("region", { name: words.review });
    await expect(review).toContainText(words.nothing);

    // A stricter standard: the change in plain words, the deals it would hold back, a list of them.
    await page.getByLabel(words.standard).fill("2");
    await page.getByRole("button", { name: words.addCriterion }).click();
    const label = page.getByLabel(words.criterionEn).last();
    await label.fill('<img src=x onerror="document.title=1"> Legal asked');
    await expect(page.getByText(words.saved)).toBeVisible();
    await expect(review).toContainText("Legal asked");
    await expect(review).toContainText(words.wouldNot);
    await expectSound(page);
    await shot(page, `pipeline-draft-${lang}`);
    const list = review.getByRole("link").first();
    expect(await list.getAttribute("href")).toMatch(/ids=/);

    await page.getByLabel(words.note).fill("Fewer surprises");
    await page.getByRole("button", { name: words.publish }).click();
    await expect(review).toContainText(words.nothing);

    // The first version can be looked at and brought back as a draft.
    await page.getByRole("tab", { name: words.history }).click();
    await expect(page.getByText("Fewer surprises").first()).toBeVisible();
    await expectSound(page);
    await page.getByRole("button", { name: words.view }).click();
    await page.getByRole("button", { name: words.restore }).click();
    await expect(page.getByText(words.saved)).toBeVisible();
    await page.getByRole("button", { name: words.publish }).click();
    await expect(review).toContainText(words.nothing);
  });

  test(`a new pipeline begins as a draft; what is wrong is said (${lang})`, async ({
    page,
    api,
    baseURL,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/pipelines");
    await expectSound(page);
    await shot(page, `pipelines-list-${lang}`);
    await page.getByRole("button", { name: words.newPipeline }).click();
    await page.getByLabel(words.zhName).fill(`渠道 ${lang}`);
    await page.getByLabel(words.enName).fill(`Partners ${lang}`);
    await page.getByRole("button", { name: words.begin }).click();
    await expect(page.getByRole("heading", { level: 1 })).toContainText(
      lang === "zh" ? "渠道" : "Partners",
    );

    const stages = page.getByRole("navigation", { name: words.stages });
    const before = await stages.getByRole("listitem").count();
    await page.getByRole("button", { name: words.addStage }).click();
    await expect(stages.getByText(words.check)).toBeVisible();
    await expect(page.getByRole("button", { name: words.publish })).toBeDisabled();
    await page.getByLabel(words.stageEn).fill("Pilot");
    await expect(stages.getByText(words.check)).toBeHidden();

    // By keys one place up, by mouse to the front.
    const pilot = stages.getByRole("button", { name: "Pilot" });
    await pilot.press("Alt+ArrowUp");
    await pilot.dragTo(stages.getByRole("listitem").first());
    await expect(stages.getByRole("listitem").first()).toContainText("Pilot");
    await expect(stages.getByRole("listitem")).toHaveCount(before + 1);
    await page.getByRole("button", { name: words.publish }).click();
    await expect(page.getByRole("region", { name: words.review })).toContainText(words.nothing);
  });

  test(`two editors of one draft never overwrite each other (${lang})`, async ({
    page,
    api,
    baseURL,
    browser,
  }) => {
    await enter(page, api, baseURL!, lang);
    await page.goto("/pipelines/2");
    const other = await browser.newContext({ baseURL: baseURL! });
    const second = await other.newPage();
    await second.addInitScript((chosen) => localStorage.setItem("stagecoach.lang", chosen), lang);
    await second.request.post(`${baseURL}/api/session`, {
      headers: { Origin: baseURL! },
      data: owner,
    });
    await second.goto("/pipelines/2");

    // What one saves, the other sees without asking.
    await second.getByLabel(words.standard).fill("8");
    await expect(second.getByText(words.saved)).toBeVisible();
    await expect(page.getByLabel(words.standard)).toHaveValue("8");

    // Both at once, the first one cut off from the news meanwhile: he is shown both values.
    await page.route("**/api/live", (route) => route.abort());
    await page.route("**/api/pipelines/2/draft", async (route) => {
      if (route.request().method() !== "PUT") return route.continue();
      const theirs = second.waitForResponse((answer) => answer.request().method() === "PUT");
      await second.getByLabel(words.standard).fill("6");
      await theirs;
      await page.unroute("**/api/pipelines/2/draft");
      return route.continue();
    });
    await page.getByLabel(words.standard).fill("4");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("6");
    await expect(dialog).toContainText("4");
    await expectSound(page);
    await shot(page, `pipeline-clash-${lang}`);
    await dialog.getByRole("button", { name: words.clash }).click();
    await expect(page.getByLabel(words.standard)).toHaveValue("6");
    await page.getByRole("button", { name: words.discard }).click();
    await expect(page.getByRole("region", { name: words.review })).toContainText(words.nothing);
    await other.close();
  });
}

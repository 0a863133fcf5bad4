export const worth = {
  worth: {
    title: "最值得改进的阶段",
    searching: "正在反复抽样客户，以判断结论有多可靠……",
    cannotTell:
      "目前没有哪个阶段特别突出：各负责人之间的差异未超出偶然范围，或商机还太少。这也是结论：暂无需要优先改进的单一阶段。",
    loses:
      "如果“<b>{{stage}}</b>”的输单率从 {{now}} 降到 {{target}}（您较好的四分之一成员的水平），<b>每 30 天约可多赢 {{gain}} 单</b>（80% 区间 {{low}} 至 {{high}}）。",
    losesPast:
      "如果“<b>{{stage}}</b>”的输单率从 {{now}} 降到 {{target}}（您自己最好季度的水平），<b>每 30 天约可多赢 {{gain}} 单</b>（80% 区间 {{low}} 至 {{high}}）。",
    waits:
      "如果“<b>{{stage}}</b>”的用时从 {{now}} 缩短到 {{target}}（您较好的四分之一成员的水平），<b>每 30 天约可多赢 {{gain}} 单</b>（80% 区间 {{low}} 至 {{high}}）。",
    waitsPast:
      "如果“<b>{{stage}}</b>”的用时从 {{now}} 缩短到 {{target}}（您自己最好季度的水平），<b>每 30 天约可多赢 {{gain}} 单</b>（80% 区间 {{low}} 至 {{high}}）。",
    money: "按赢单平均金额计约 <b>{{money}}</b>（{{low}} 至 {{high}}）。",
    arrivalLimited:
      "以上适用于商机多于人手的情况。若缺的是新商机，则为 {{n}} 单（{{low}} 至 {{high}}）。",
    lengthNotMain: "该阶段的时长不是主要问题。",
    speedIsOnce: "以上适用于商机多于人手的情况。若缺的是新商机，仅靠提速只能一次性提前 {{n}} 单。",
    lossesNotMain: "该阶段的输单率不是主要问题。",
    how: "基于 {{n}} 个商机（含进行中的）。这里说明的是相关，而非因果：请先让少数人试行。",
    lost: "输单",
    days: "天数",
    gain: "30 天多赢单数",
    byConversion: "来自少输单",
    byDays: "来自少等待",
    gainRange: "{{n}}（{{low}} 至 {{high}}）",
    notFound: "暂无法判断",
    whatIf: "如果……会怎样",
    whatIfWhy: "拖动滑块：少输多少、缩短多少。区间在五次抽样中约有四次成立。",
    wonShare: "全部商机的赢单率",
    meanDays: "到任何结局的平均天数",
    between: "（{{low}} 至 {{high}}）",
    reset: "恢复现状",
  },
};

export const heat = {
  heat: {
    title: "阶段与月份",
    measure: "颜色的含义",
    dwell: "阶段停留天数中位数",
    wentOn: "第 {{n}} 天前继续推进的占比",
    whyDwell: "当月开始的停留；仍在进行的按已停留的时间计入。颜色越深，停留越久。",
    whyWentOn: "当月进入的商机；尚无结果的按已观察的时间计入。颜色越深，继续推进的越少。",
    saidDwell:
      "停留最久的是在 <b>{{month}}</b> 进入“<b>{{stage}}</b>”的商机：半数停留了 {{value}} 或更久。",
    saidWentOn: "继续推进最少的是在 <b>{{month}}</b> 进入“<b>{{stage}}</b>”的商机：{{value}}。",
    cannotTell: "没有哪个阶段在某个月份有足够的商机可供判断。",
  },
};

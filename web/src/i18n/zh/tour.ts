export const tour = {
  tour: {
    title: "第一个小时",
    done: "已完成 {{done}}/{{all}}",
    why: "在您自己的商机上各做一次即可，完成后会自动打勾。",
    finished: "基本功能您都用过了。更多内容见使用指南，此清单可以收起。",
    dismiss: "收起此清单",
    away: "清单已收起，可在使用指南中重新打开。",
    isDone: "已完成",
    again: "重新显示入门清单",
    againWhy: "清单会在“今天”页面重新开始。",
    steps: {
      open_deal: "打开一个商机，看看它卡在哪里：{{deal}}",
      next_step: "为它安排下一步",
      log_call: "记录一次电话",
      pass_gate: "推进它，并补全所在阶段要求的内容",
      read_cycle: "在周期分析中查看商机停留在哪里",
      invite: "邀请一位同事",
      set_standard: "设定一个阶段的标准并发布",
    },
  },
};

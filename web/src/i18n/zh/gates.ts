export const gates = {
  gates: {
    title: "关卡",
    why: "每条退出标准：多少商机满足后通过、多少由经理放行，以及两者各有多少赢单。自该标准发布之日起统计。",
    saidMore: "满足“{{criterion}}”的商机赢单率（{{met}}）高于未满足而放行的（{{without}}）。",
    saidLess:
      "未满足“{{criterion}}”而放行的商机赢单率（{{without}}）反而高于满足的（{{met}}）：这条标准值得吗？",
    cannotTell: "尚无法判断哪条标准有用：放行后已有结果的商机太少，或差异未超出偶然范围。",
    criterion: "退出标准",
    met: "满足",
    overridden: "放行",
    wonMet: "满足者赢单率",
    wonOverridden: "放行者赢单率",
    verdict: "差异",
    cannot_tell: "未超出偶然（{{low}} 至 {{high}} 个百分点）",
    won_more: "赢单更多（{{low}} 至 {{high}} 个百分点）",
    won_less: "赢单更少（{{low}} 至 {{high}} 个百分点）",
    stageSaid: "进入 {{entered}}，通过 {{passed}}，此前输单 {{lost}}",
    imported: "{{n}} 个导入的商机不计入：它们在别处通过关卡。",
    notRecorded: "商机输单时有哪些标准未满足，没有记录。",
  },
};

export const teams = {
  teams: {
    addBelow: "添加下级团队",
    rename: "重命名",
    move: "移动到…",
    delete: "删除",
    top: "最上级",
    isEmpty: "该团队中没有成员。",
    isInUse: "成员 {{people}} 人，下级团队 {{teams}} 个。删除前将连同其记录一起移出。",
    place: "移至",
    noTeam: "不属于任何团队",
  },
};

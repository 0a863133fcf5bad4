export const outbox = {
  outbox: {
    kept: "尚未发送：连上服务器后会自动发送。",
    waiting: "尚未发送：{{number}} 项",
    sent: "已发送 {{number}} 项",
    title: "尚未发送",
    why: "这些内容保存在此浏览器中，刷新页面也不会丢失；连上服务器后会自动发送。",
    tryNow: "立即重试",
    discard: "放弃",
    sendAgain: "重新发送",
    note: "备注：{{text}}",
    step: "下一步：{{text}}",
    log: "已完成：{{text}}",
    completion: "完成：{{step}}",
    refused: "服务器未接受：{{why}}",
  },
};

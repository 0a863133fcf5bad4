export const backups = {
  backups: {
    title: "备份",
    lead: "每个备份都是包含附件的完整工作区文件，写入后会重新读取并校验，通过才算数。",
    makeNow: "立即备份",
    running: "正在备份…",
    off: "目前不进行备份：服务器管理员尚未指定备份目录。在 stagecoach.toml 中加几行并重启即可。",
    none: "还没有备份。",
    failed: "上次备份失败（{{when}}）。",
    made: "时间",
    file: "文件",
    size: "大小",
    state: "状态",
    verified: "已校验",
    damaged: "已损坏",
    next: "下次备份时间：{{when}}。",
    kept: "保留最近一天的全部备份，以及 7 天、4 周、3 个月中每天、每周、每月各一份。",
    where:
      "备份存放在服务器的 {{folder}}，请将该目录复制到另一台机器。恢复方法：stagecoach restore 文件。",
  },
} as const;

export const help = {
  help: {
    title: "使用指南",
    contents: "目录",
  },
} as const;

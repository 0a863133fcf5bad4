export const help = {
  help: {
    title: "Guide",
    contents: "Contents",
  },
} as const;

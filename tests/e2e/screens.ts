// The screens behind the sign-in, with a deal that the seeded workspace has.
export const screens = [
  { name: "today", path: "/today" },
  { name: "board", path: "/board" },
  { name: "deals", path: "/deals" },
  { name: "deal", path: "/deals/20" },
  { name: "cycle", path: "/cycle" },
  { name: "import", path: "/import" },
  { name: "pipelines", path: "/pipelines" },
  { name: "pipeline", path: "/pipelines/1" },
  { name: "team", path: "/team" },
  { name: "backups", path: "/backups" },
  { name: "help", path: "/help" },
  { name: "audit", path: "/audit" },
  { name: "account", path: "/account" },
];

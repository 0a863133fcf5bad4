import {
  IconChartHistogram,
  IconDatabaseExport,
  IconFileImport,
  IconHelpCircle,
  IconHistory,
  IconLayoutKanban,
  IconListDetails,
  IconRoute,
  IconSunHigh,
  IconUsers,
} from "@tabler/icons-react";
import type { Shape } from "@/api/types";

// The pages that exist, in the order of the sidebar. `permission` absent: for everyone.
export const pages = [
  {
    to: "/today",
    name: "nav.today",
    group: "nav.work",
    icon: IconSunHigh,
    shortcut: "g t",
    permission: null,
  },
  {
    to: "/board",
    name: "nav.board",
    group: "nav.work",
    icon: IconLayoutKanban,
    shortcut: "g b",
    permission: null,
  },
  {
    to: "/deals",
    name: "nav.deals",
    group: "nav.work",
    icon: IconListDetails,
    shortcut: "g d",
    permission: null,
  },
  {
    to: "/cycle",
    name: "nav.cycle",
    group: "nav.cycleGroup",
    icon: IconChartHistogram,
    shortcut: "g y",
    permission: null,
  },
  {
    to: "/import",
    name: "nav.import",
    group: "nav.admin",
    icon: IconFileImport,
    shortcut: "g i",
    permission: "imports.run",
  },
  {
    to: "/pipelines",
    name: "nav.pipelines",
    group: "nav.admin",
    icon: IconRoute,
    shortcut: "g s",
    permission: null,
  },
  {
    to: "/team",
    name: "nav.team",
    group: "nav.admin",
    icon: IconUsers,
    shortcut: "g m",
    permission: "users.manage",
  },
  {
    to: "/audit",
    name: "nav.audit",
    group: "nav.admin",
    icon: IconHistory,
    shortcut: "g l",
    permission: "users.manage",
  },
  {
    to: "/backups",
    name: "nav.backups",
    group: "nav.admin",
    icon: IconDatabaseExport,
    shortcut: "g u",
    permission: "organization.edit",
  },
  {
    to: "/help",
    name: "nav.help",
    group: "nav.admin",
    icon: IconHelpCircle,
    shortcut: "g h",
    permission: null,
  },
] as const;

// On a phone the first of them are tabs, the others are in the account's menu.
export const pagesInTabs = 4;

export const pagesFor = (me: Shape<"Me">) =>
  pages.filter((page) => !page.permission || me.permissions.includes(page.permission));

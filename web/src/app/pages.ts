import { IconUsers } from "@tabler/icons-react";
import type { Shape } from "@/api/types";

// The pages that exist, in the order of the sidebar. `permission` absent: for everyone.
export const pages = [
  {
    to: "/team",
    name: "nav.team",
    group: "nav.admin",
    icon: IconUsers,
    shortcut: "g m",
    permission: "users.manage",
  },
] as const;

export const pagesFor = (me: Shape<"Me">) =>
  pages.filter((page) => !page.permission || me.permissions.includes(page.permission));

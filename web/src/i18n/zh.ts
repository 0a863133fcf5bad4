import { backups } from "@/i18n/zh/backups";
import { accounts } from "@/i18n/zh/accounts";
import type { Dictionary } from "@/i18n/en";
import { calendar } from "@/i18n/zh/calendar";
import { customFields } from "@/i18n/zh/custom-fields";
import { cycle } from "@/i18n/zh/cycle";
import { deals } from "@/i18n/zh/deals";
import { exchange } from "@/i18n/zh/exchange";
import { flow } from "@/i18n/zh/flow";
import { funnel } from "@/i18n/zh/funnel";
import { gates } from "@/i18n/zh/gates";
import { heat } from "@/i18n/zh/heat";
import { forecast } from "@/i18n/zh/forecast";
import { help } from "@/i18n/zh/help";
import { notices } from "@/i18n/zh/notices";
import { outbox } from "@/i18n/zh/outbox";
import { lists } from "@/i18n/zh/lists";
import { pipelines } from "@/i18n/zh/pipelines";
import { people } from "@/i18n/zh/people";
import { secondFactor } from "@/i18n/zh/second-factor";
import { absence } from "@/i18n/zh/absence";
import { audit } from "@/i18n/zh/audit";
import { leave } from "@/i18n/zh/leave";
import { roles } from "@/i18n/zh/roles";
import { teams } from "@/i18n/zh/teams";
import { shell } from "@/i18n/zh/shell";
import { team } from "@/i18n/zh/team";
import { today } from "@/i18n/zh/today";
import { tour } from "@/i18n/zh/tour";
import { worth } from "@/i18n/zh/worth";

export const zh: Dictionary = {
  ...backups,
  ...shell,
  ...team,
  ...people,
  ...absence,
  ...audit,
  ...leave,
  ...roles,
  ...teams,
  ...secondFactor,
  ...deals,
  ...accounts,
  ...exchange,
  ...customFields,
  ...cycle,
  ...forecast,
  ...today,
  ...help,
  ...notices,
  ...outbox,
  ...tour,
  ...calendar,
  ...pipelines,
  ...worth,
  ...funnel,
  ...heat,
  ...gates,
  ...flow,
  ...lists,
};

import { backups } from "@/i18n/en/backups";
import { accounts } from "@/i18n/en/accounts";
import { calendar } from "@/i18n/en/calendar";
import { customFields } from "@/i18n/en/custom-fields";
import { cycle } from "@/i18n/en/cycle";
import { deals } from "@/i18n/en/deals";
import { exchange } from "@/i18n/en/exchange";
import { flow } from "@/i18n/en/flow";
import { funnel } from "@/i18n/en/funnel";
import { gates } from "@/i18n/en/gates";
import { heat } from "@/i18n/en/heat";
import { forecast } from "@/i18n/en/forecast";
import { help } from "@/i18n/en/help";
import { notices } from "@/i18n/en/notices";
import { outbox } from "@/i18n/en/outbox";
import { lists } from "@/i18n/en/lists";
import { pipelines } from "@/i18n/en/pipelines";
import { people } from "@/i18n/en/people";
import { secondFactor } from "@/i18n/en/second-factor";
import { absence } from "@/i18n/en/absence";
import { audit } from "@/i18n/en/audit";
import { leave } from "@/i18n/en/leave";
import { roles } from "@/i18n/en/roles";
import { teams } from "@/i18n/en/teams";
import { shell } from "@/i18n/en/shell";
import { team } from "@/i18n/en/team";
import { today } from "@/i18n/en/today";
import { tour } from "@/i18n/en/tour";
import { worth } from "@/i18n/en/worth";

export const en = {
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
} as const;

// The same keys with any words: what every other language must provide.
type Words<T> = { [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };
export type Dictionary = Words<typeof en>;

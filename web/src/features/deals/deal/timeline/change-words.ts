import type { Shape } from "@/api/types";

export interface Change {
  field: string;
  before: unknown;
  after: unknown;
}
export interface ChangeLine {
  label: string;
  before: string;
  after: string;
}
// What a value is called, by its kind; the page knows languages and names.
export interface Sayings {
  label: (field: string) => string;
  nothing: string;
  money: (value: Shape<"MoneyInput">) => string;
  date: (value: string) => string;
  percent: (value: number) => string;
  person: (id: number) => string | null;
  source: (key: string) => string;
  bant: (answer: Shape<"BantAnswer">) => string;
  done: (done: boolean) => string;
  // Of one of the organisation's own fields, by its key.
  custom: (key: string, value: unknown) => string | null;
}
const custom = "fields.";

// They follow from others that are told.
const derived = new Set([
  "team_id",
  "committee_roles",
  "contact_reachable",
  "close_date_changes",
  "approvals",
]);

interface Named {
  name: string;
}
const names = (list: unknown) => (Array.isArray(list) ? (list as Named[]) : []);
const listed = (list: unknown) =>
  names(list)
    .map((each) => each.name)
    .join(", ");

function valueText(field: string, value: unknown, say: Sayings): string | null {
  if (field.startsWith("checklist.")) return say.done(value !== null);
  if (value === null || value === undefined || value === "") return say.nothing;
  if (field.startsWith(custom)) return say.custom(field.slice(custom.length), value);
  if (field.startsWith("bant.")) return say.bant(value as Shape<"BantAnswer">);
  switch (field) {
    case "amount":
      return say.money(value as Shape<"MoneyInput">);
    case "expected_close":
      return say.date(String(value));
    case "probability":
      return say.percent(Number(value));
    case "owner_id":
      return say.person(Number(value));
    case "source":
      return say.source(String(value));
    case "committee":
    case "product_lines":
      return listed(value) || say.nothing;
    case "name":
    case "pains":
    case "competitor":
      return String(value);
    default:
      return null;
  }
}

// A change as a person would say it: what, from, to. A value nobody can name (an account that is
// known by its number) leaves both empty. Null for what follows from another change.
export function changeLine(change: Change, say: Sayings): ChangeLine | null {
  if (derived.has(change.field)) return null;
  const before = valueText(change.field, change.before, say);
  const after = valueText(change.field, change.after, say);
  const label = say.label(change.field);
  if (before === null || after === null) return { label, before: "", after: "" };
  return { label, before, after };
}

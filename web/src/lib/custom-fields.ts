import type { Shape } from "@/api/types";
import type { Lang, Translate } from "@/i18n";
import { formatDate, formatMoney } from "@/lib/format";

export type CustomField = Shape<"CustomField">;
export type FieldValue = Shape<"FieldValue">;

const strictness: Shape<"FieldAccess">[] = ["editable", "required", "readonly", "hidden"];

// What somebody in this role may do with the field in a pipeline, as the server decides it: the
// strictest rule counts, and owners see and change everything.
export function accessOf(
  field: CustomField,
  role: Shape<"Role">,
  pipelineId: number | undefined,
): Shape<"FieldAccess"> {
  let access = 0;
  for (const rule of field.rules) {
    if (rule.role && rule.role !== role) continue;
    if (rule.pipeline_id && rule.pipeline_id !== pipelineId) continue;
    const strict = strictness.indexOf(rule.access);
    if (role === "owner" && strict > strictness.indexOf("required")) continue;
    access = Math.max(access, strict);
  }
  return strictness[access] ?? "editable";
}

// Whether it can be filtered by: not where it is hidden in any pipeline, for what a filter finds
// tells of it; a formula is kept nowhere.
export const isAskable = (field: CustomField, role: Shape<"Role">): boolean =>
  !field.archived &&
  field.kind !== "formula" &&
  (role === "owner" ||
    field.rules.every((rule) => rule.access !== "hidden" || (rule.role && rule.role !== role)));

// Whether a list can come in its order.
export const hasOrder = ({ kind }: CustomField): boolean =>
  kind === "number" || kind === "money" || kind === "date";

export interface ValueWords {
  t: Translate;
  lang: Lang;
  local: (text: Shape<"Localized">) => string;
  users: { id: number; name: string }[];
}

// A value as people read it; null where there is none.
export function valueText(
  field: CustomField,
  value: FieldValue | null | undefined,
  { t, lang, local, users }: ValueWords,
): string | null {
  if (value === null || value === undefined) return null;
  const choice = (key: string) => {
    const found = field.choices.find((each) => each.key === key);
    return found ? local(found.label) : key;
  };
  if (typeof value === "boolean") return t(value ? "customFields.yes" : "customFields.no");
  if (Array.isArray(value)) return value.map(choice).join(lang === "zh" ? "、" : ", ");
  if (typeof value === "object")
    return formatMoney(lang, { minor: value.minor, currency: value.currency ?? null });
  if (typeof value === "number")
    return field.kind === "user"
      ? (users.find((user) => user.id === value)?.name ?? `#${value}`)
      : new Intl.NumberFormat(lang === "zh" ? "zh-CN" : "en", {
          maximumFractionDigits: 6,
        }).format(value);
  if (field.kind === "choice") return choice(value);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(value);
  return isDay && (field.kind === "date" || field.kind === "formula")
    ? formatDate(lang, value)
    : value;
}

// What was typed into a field of numbers: as a number where it is one, else as it stands, for the
// server to say what is wrong with it.
export const typedNumber = (text: string): FieldValue =>
  /^-?\d+(\.\d+)?$/.test(text.replaceAll(",", "")) ? Number(text.replaceAll(",", "")) : text;

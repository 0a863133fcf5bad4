import { MultiSelect } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import classes from "@/components/lists/lists.module.css";
import { Picker, type PickerOption } from "@/components/picker";
import { useT } from "@/i18n";
import { minorDigits } from "@/lib/format";
import { type Condition, needsNoValue, takesMany, type Test } from "@/lib/where";

// One field that a list may be asked for, and what can be asked of it.
export interface FieldChoice {
  name: string;
  label: string;
  kind: "options" | "number" | "money" | "day" | "text" | "search";
  options?: PickerOption[];
  // Whether a record may be without it.
  optional?: boolean;
  // Of money.
  currency?: string;
}

function testsOf(field: FieldChoice): Test[] {
  const known: Test[] = field.optional === false ? [] : ["empty", "not_empty"];
  switch (field.kind) {
    case "number":
    case "money":
      return ["at_least", "at_most", ...known];
    case "day":
      return ["at_least", "at_most", "in_last_days", "in_next_days", ...known];
    case "search":
      return ["contains"];
    default:
      return ["any_of", "none_of", ...known];
  }
}

export const firstTest = (field: FieldChoice): Test => testsOf(field)[0]!;

export function FilterCondition({
  condition,
  fields,
  onChange,
  onRemove,
}: {
  condition: Condition;
  fields: FieldChoice[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}) {
  const { t } = useT();
  const field = fields.find((each) => each.name === condition.field) ?? fields[0]!;
  return (
    <div className={classes.condition} role="group" aria-label={field.label}>
      <Picker
        label={t("lists.field")}
        hideLabel
        value={field.name}
        options={fields.map(({ name, label }) => ({ value: name, label }))}
        onChange={(name) => {
          const chosen = fields.find((each) => each.name === name)!;
          onChange({ field: chosen.name, is: firstTest(chosen), values: [] });
        }}
      />
      <Picker
        label={t("lists.test")}
        hideLabel
        value={condition.is}
        options={testsOf(field).map((test) => ({
          value: test,
          label: t(
            `lists.tests.${field.kind === "day" && test === "at_least" ? "from" : field.kind === "day" && test === "at_most" ? "until" : test}`,
          ),
        }))}
        onChange={(chosen) => {
          const is = testsOf(field).find((test) => test === chosen)!;
          const keeps = takesMany(is) === takesMany(condition.is);
          onChange({ ...condition, is, values: keeps ? condition.values : [] });
        }}
      />
      {needsNoValue(condition.is) ? (
        <span />
      ) : (
        <Values field={field} condition={condition} onChange={onChange} />
      )}
      <button
        type="button"
        className="button-link"
        aria-label={t("lists.removeCondition", { field: field.label })}
        onClick={onRemove}
      >
        <IconX size={16} />
      </button>
    </div>
  );
}

function Values({
  field,
  condition,
  onChange,
}: {
  field: FieldChoice;
  condition: Condition;
  onChange: (condition: Condition) => void;
}) {
  const { t } = useT();
  const label = t("lists.value");
  if (field.kind === "options")
    return (
      <MultiSelect
        aria-label={label}
        searchable
        data={field.options ?? []}
        value={condition.values}
        onChange={(values) => onChange({ ...condition, values })}
        comboboxProps={{ withinPortal: true }}
        maxValues={50}
      />
    );
  const ofDays = condition.is === "in_last_days" || condition.is === "in_next_days";
  const scale = field.kind === "money" ? 10 ** minorDigits(field.currency) : 1;
  const value = condition.values[0] ?? "";
  const isNumber = ofDays || field.kind === "number" || field.kind === "money";
  return (
    <input
      className={classes.value}
      aria-label={ofDays ? t("lists.days") : label}
      placeholder={ofDays ? t("lists.days") : field.kind === "money" ? field.currency : undefined}
      type={isNumber ? "number" : field.kind === "day" ? "date" : "text"}
      {...(ofDays ? { min: 0, max: 3660 } : { step: "any" })}
      maxLength={60}
      value={isNumber && value !== "" ? String(Number(value) / (ofDays ? 1 : scale)) : value}
      onChange={(event) => {
        const typed = event.target.value;
        const kept =
          isNumber && typed !== ""
            ? String(Math.round(Number(typed) * (ofDays ? 1 : scale)))
            : typed;
        onChange({ ...condition, values: [kept] });
      }}
    />
  );
}

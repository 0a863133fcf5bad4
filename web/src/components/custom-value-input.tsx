import { Checkbox, TextInput } from "@mantine/core";
import { useState } from "react";
import { useCurrency } from "@/api/pipeline/pipelines";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { MoneyInput } from "@/components/money-input";
import { Picker } from "@/components/picker";
import { useT } from "@/i18n";
import { type CustomField, type FieldValue, typedNumber } from "@/lib/custom-fields";

interface Props {
  field: CustomField;
  label: string;
  value: FieldValue | Shape<"FieldValueInput"> | null | undefined;
  error?: string | undefined;
  required?: boolean;
  onChange: (value: FieldValue | null) => void;
}

// The input of one of the organisation's own fields in a form.
export function CustomValueInput(props: Props) {
  const { field, label, value, error, required = false, onChange } = props;
  const { t, local } = useT();
  const users = useUsers();
  const currency = useCurrency();
  const pick = (options: { value: string; label: string }[], read: (key: string) => FieldValue) => (
    <Picker
      label={label}
      empty={required ? t("common.choose") : t("common.none")}
      value={value === null || value === undefined ? null : String(value)}
      options={options}
      error={error}
      required={required}
      onChange={(key) => onChange(key === null ? null : read(key))}
    />
  );
  switch (field.kind) {
    case "choice":
      return pick(
        field.choices
          .filter((each) => !each.archived)
          .map((each) => ({ value: each.key, label: local(each.label) })),
        (key) => key,
      );
    case "choices":
      return (
        <Checkbox.Group
          label={label}
          error={error}
          value={Array.isArray(value) ? value : []}
          onChange={(keys) => onChange(keys.length > 0 ? keys : null)}
        >
          {field.choices
            .filter((each) => !each.archived)
            .map((each) => (
              <Checkbox key={each.key} mt={6} value={each.key} label={local(each.label)} />
            ))}
        </Checkbox.Group>
      );
    case "yes_no":
      return pick(
        [
          { value: "true", label: t("customFields.yes") },
          { value: "false", label: t("customFields.no") },
        ],
        (key) => key === "true",
      );
    case "user":
      return pick(
        users
          .filter((user) => user.active)
          .map((user) => ({ value: String(user.id), label: user.name })),
        Number,
      );
    case "money": {
      const stored = value && typeof value === "object" && !Array.isArray(value) ? value : null;
      return (
        <MoneyInput
          label={label}
          currency={stored?.currency ?? currency}
          value={stored && { minor: stored.minor, currency: stored.currency ?? currency }}
          error={error}
          onChange={onChange}
        />
      );
    }
    default:
      return <WordsInput {...props} />;
  }
}

// Numbers are kept as they are typed, and told as numbers.
function WordsInput({ field, label, value, error, required = false, onChange }: Props) {
  const [text, setText] = useState(value === null || value === undefined ? "" : String(value));
  return (
    <TextInput
      label={label}
      type={field.kind === "date" ? "date" : "text"}
      {...(field.kind === "number" ? { inputMode: "decimal" as const } : {})}
      value={text}
      error={error}
      required={required}
      withAsterisk={false}
      onChange={(event) => {
        const typed = event.target.value;
        setText(typed);
        if (!typed.trim()) return onChange(null);
        onChange(field.kind === "number" ? typedNumber(typed.trim()) : typed);
      }}
    />
  );
}

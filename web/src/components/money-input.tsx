import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { formatMoney, parseMoney, toMajor } from "@/lib/format";

// Typed as people write amounts ("25,000", "25万", "30k"); reported as minor units, null when empty.
export function MoneyInput({
  value,
  currency,
  onChange,
  ...rest
}: {
  value: Shape<"MoneyInput"> | null;
  currency: string;
  onChange: (money: Shape<"Money"> | null) => void;
} & Omit<TextInputProps, "value" | "onChange">) {
  const { t, lang } = useT();
  const [text, setText] = useState(value ? String(toMajor(value)) : "");
  const read = parseMoney(text, currency);
  const wrong = text.trim() !== "" && !read;
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      rightSectionWidth={52}
      rightSection={<span className="faint">{currency}</span>}
      {...rest}
      value={text}
      error={wrong ? t("fields.notAnAmount") : (rest.error ?? null)}
      description={read && /[万亿kKmM]/.test(text) ? formatMoney(lang, read) : rest.description}
      onChange={(event) => {
        setText(event.target.value);
        onChange(parseMoney(event.target.value, currency));
      }}
    />
  );
}

import { Textarea, TextInput } from "@mantine/core";
import type { Shape } from "@/api/types";
import classes from "@/components/localized-field.module.css";
import { useT } from "@/i18n";

// One text in both languages, side by side.
export function LocalizedField({
  label,
  value,
  error,
  long = false,
  readOnly = false,
  onChange,
}: {
  label: string;
  value: Shape<"Localized">;
  error?: string | undefined;
  long?: boolean;
  readOnly?: boolean;
  onChange: (value: Shape<"Localized">) => void;
}) {
  const { t } = useT();
  const Input = long ? Textarea : TextInput;
  return (
    <fieldset className={classes.both}>
      <legend className={classes.legend}>{label}</legend>
      {(["zh", "en"] as const).map((lang) => (
        <Input
          key={lang}
          {...(long ? { autosize: true, minRows: 2, maxRows: 8 } : {})}
          lang={lang === "zh" ? "zh-CN" : "en"}
          aria-label={`${label} (${t(`pipelines.langs.${lang}`)})`}
          placeholder={t(`pipelines.langs.${lang}`)}
          readOnly={readOnly}
          error={lang === "zh" ? error : error ? true : undefined}
          value={value[lang]}
          onChange={(event: { target: { value: string } }) =>
            onChange({ ...value, [lang]: event.target.value })
          }
        />
      ))}
    </fieldset>
  );
}

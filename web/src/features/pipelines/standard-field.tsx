import { TextInput } from "@mantine/core";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { useT } from "@/i18n";

// So many business days or hours, or no limit at all.
export function StandardField({
  label,
  value,
  error,
  onChange,
}: {
  label: string;
  value: Shape<"Standard"> | null | undefined;
  error?: string | undefined;
  onChange: (value: Shape<"Standard"> | null) => void;
}) {
  const { t } = useT();
  const unit = value?.unit ?? "business_days";
  return (
    <div className="form-row">
      <TextInput
        type="number"
        min={1}
        max={10000}
        label={label}
        placeholder={t("pipelines.noLimit")}
        error={error}
        value={value?.amount ?? ""}
        onChange={(event) => {
          const amount = Math.trunc(Number(event.target.value));
          onChange(event.target.value === "" ? null : { amount, unit });
        }}
      />
      <Picker
        label={t("pipelines.unit")}
        value={unit}
        options={(["business_days", "business_hours"] as const).map((each) => ({
          value: each,
          label: t(`pipelines.units.${each}`),
        }))}
        onChange={(next) =>
          value && onChange({ ...value, unit: (next ?? unit) as Shape<"StandardUnit"> })
        }
      />
    </div>
  );
}

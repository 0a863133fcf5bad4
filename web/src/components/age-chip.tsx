import { IconClock, IconClockExclamation } from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";

// Time in the stage against its standard: "23/21 d". Over the limit differs by icon and word, not by
// colour alone.
export function AgeChip({
  age,
}: {
  age: Pick<Shape<"StageAge">, "elapsed" | "standard" | "unit" | "over">;
}) {
  const { t, lang } = useT();
  const unit = age.unit === "business_hours" ? "hours" : "days";
  const elapsed = formatNumber(lang, age.elapsed, age.elapsed < 10 && age.elapsed % 1 ? 1 : 0);
  const text =
    age.standard === null
      ? t(`age.${unit}`, { elapsed })
      : t(`age.${unit}Of`, { elapsed, standard: formatNumber(lang, age.standard) });
  const why = age.over
    ? t(`age.${unit}Over`, { over: formatNumber(lang, age.elapsed - (age.standard ?? 0), 0) })
    : t("age.within");
  return (
    <span className="tag num" data-tone={age.over ? "warn" : undefined} title={why}>
      {age.over ? (
        <IconClockExclamation size={13} stroke={2} />
      ) : (
        <IconClock size={13} stroke={1.8} />
      )}
      {text}
      {age.over && <span className="sr-only">{why}</span>}
    </span>
  );
}

import { IconHourglass } from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { formatInstant, formatNumber, hoursSince } from "@/lib/format";

// On whom a deal waits, and for how long by now: "Customer · 3 d".
export function WaitingTag({ waiting }: { waiting: Shape<"Waiting"> }) {
  const { t, lang } = useT();
  const hours = hoursSince(waiting.since);
  const elapsed =
    hours < 24
      ? t("age.hours", { elapsed: formatNumber(lang, hours) })
      : t("age.days", { elapsed: formatNumber(lang, Math.floor(hours / 24)) });
  return (
    <span
      className="tag num"
      title={t("waiting.since", {
        whom: t(`waiting.whom.${waiting.on}`),
        when: formatInstant(lang, waiting.since),
      })}
    >
      <IconHourglass size={13} stroke={1.8} aria-hidden />
      {t("waiting.tag", { whom: t(`waiting.whom.${waiting.on}`), elapsed })}
    </span>
  );
}

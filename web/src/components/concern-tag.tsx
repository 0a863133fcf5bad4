import {
  IconAlertCircle,
  IconCircleDashed,
  IconClockExclamation,
  IconClockHour4,
  IconZzz,
} from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { dayOf, formatDate, formatDue } from "@/lib/format";

const faces = {
  overdue: { icon: IconAlertCircle, tone: "bad" },
  due_today: { icon: IconClockHour4, tone: "accent" },
  no_next_step: { icon: IconCircleDashed, tone: "bad" },
  over_standard: { icon: IconClockExclamation, tone: "warn" },
  idle: { icon: IconZzz, tone: "warn" },
} as const;

// Why a deal wants attention, by icon and word; since when, for whoever asks.
export function ConcernTag({ concern }: { concern: Shape<"Concern"> }) {
  const { t, lang } = useT();
  const { icon: Icon, tone } = faces[concern.kind];
  const day = dayOf(concern.since);
  const why = t(`concern.why.${concern.kind}`, { when: formatDate(lang, day) });
  return (
    <span className="tag" data-tone={tone} title={why}>
      <Icon size={13} stroke={2} aria-hidden />
      {t(`concern.${concern.kind}`)}
      {concern.kind === "overdue" && ` · ${formatDue(lang, day)}`}
      <span className="sr-only">{why}</span>
    </span>
  );
}

import type { Shape } from "@/api/types";
import type { useT } from "@/i18n";
import { dayOf } from "@/lib/format";

type Notice = Shape<"Notice">;

export function noticeText(t: ReturnType<typeof useT>["t"], notice: Notice): string {
  if (notice.hidden) return t("notices.hidden");
  const who = notice.actor?.name ?? t("notices.somebody");
  switch (notice.kind) {
    case "approval_answered":
      return t(notice.outcome === "refused" ? "notices.refused" : "notices.approved", { who });
    case "handed_over":
      return t("notices.handed_over", { who, person: notice.person?.name ?? "" });
    case "overdue":
      return t("notices.overdue", { step: notice.step ?? "" });
    default:
      return t(`notices.${notice.kind}`, { who });
  }
}

// By the day they happened on, in the order in which they were told.
export function noticesByDay(notices: Notice[]): [string, Notice[]][] {
  const days = new Map<string, Notice[]>();
  for (const notice of notices) {
    const day = dayOf(notice.at);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  return [...days];
}

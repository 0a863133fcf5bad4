import { isAway, useAbsences } from "@/api/team/absences";
import { useT } from "@/i18n";
import { formatDateShort } from "@/lib/format";

// Beside the name of somebody who is away today.
export function AwayTag({ userId }: { userId: number }) {
  const { t, lang } = useT();
  const all = useAbsences();
  const away = all?.items.find((each) => each.user_id === userId && isAway(each, all.today));
  if (!away) return null;
  return (
    <span className="tag" data-tone="warn">
      {t("absence.awayUntil", { date: formatDateShort(lang, away.to) })}
    </span>
  );
}

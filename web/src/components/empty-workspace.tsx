import { IconLayoutKanban } from "@tabler/icons-react";
import { BeginHere } from "@/components/begin-here";
import { useT } from "@/i18n";

export function EmptyWorkspace() {
  const { t } = useT();
  return (
    <div className="centered-page">
      <IconLayoutKanban size={38} stroke={1.3} className="tone-accent" aria-hidden />
      <h2 className="page-title">{t("board.emptyTitle")}</h2>
      <p className="soft">{t("board.emptyWhy")}</p>
      <BeginHere create="create-deal" label={t("board.firstDeal")} />
    </div>
  );
}

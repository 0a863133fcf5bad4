import { IconFileImport, IconLayoutKanban, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/team/me";
import { useT } from "@/i18n";
import { useAction } from "@/lib/actions";

export function EmptyWorkspace() {
  const { t } = useT();
  const mayImport = useMay("imports.run");
  const create = useAction("create-deal");
  const mayWrite = useMay("deals.write");
  return (
    <div className="centered-page">
      <IconLayoutKanban size={38} stroke={1.3} className="tone-accent" aria-hidden />
      <h2 className="page-title">{t("board.emptyTitle")}</h2>
      <p className="soft">{t("board.emptyWhy")}</p>
      <div className="form-actions">
        {mayImport && (
          <Link to="/import" className="button-primary">
            <IconFileImport size={16} />
            {t("board.bringData")}
          </Link>
        )}
        {create && mayWrite && (
          <button type="button" className="button-plain" onClick={create.run}>
            <IconPlus size={16} />
            {t("board.firstDeal")}
          </button>
        )}
      </div>
    </div>
  );
}

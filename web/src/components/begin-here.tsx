import { IconFileImport, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMay } from "@/api/team/me";
import { useT } from "@/i18n";
import { useAction } from "@/lib/actions";

// The ways out of an empty page, as far as the reader may take them: bringing data, or the first
// record by hand.
export function BeginHere({ create, label }: { create: string; label: string }) {
  const { t } = useT();
  const mayImport = useMay("imports.run");
  const mayWrite = useMay("deals.write");
  const action = useAction(create);
  return (
    <div className="form-actions">
      {mayImport && (
        <Link to="/import" className="button-primary">
          <IconFileImport size={16} />
          {t("board.bringData")}
        </Link>
      )}
      {action && mayWrite && (
        <button type="button" className="button-plain" onClick={action.run}>
          <IconPlus size={16} />
          {label}
        </button>
      )}
    </div>
  );
}

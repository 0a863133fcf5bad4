import { IconAlertTriangle } from "@tabler/icons-react";
import { useT } from "@/i18n";
import { problemText } from "@/lib/toast";

export function ErrorPanel({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useT();
  return (
    <div className="centered-page" role="alert">
      <IconAlertTriangle size={30} stroke={1.4} className="tone-bad" aria-hidden />
      <p className="soft">{problemText(error)}</p>
      <button type="button" className="button-plain" onClick={onRetry}>
        {t("errors.tryAgain")}
      </button>
    </div>
  );
}

import { IconAlertTriangle, IconCompass } from "@tabler/icons-react";
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { Problem } from "@/api/http";
import { useT } from "@/i18n";
import { problemText } from "@/lib/toast";

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useT();
  const router = useRouter();
  const requestId = error instanceof Problem ? error.requestId : null;
  if (error instanceof Problem && error.status === 404) return <NotFoundPage />;
  return (
    <div className="centered-page" role="alert">
      <IconAlertTriangle size={34} stroke={1.4} className="tone-bad" />
      <h1 className="page-title">{t("errors.pageTitle")}</h1>
      <p className="soft">{problemText(error)}</p>
      {requestId && (
        <p className="faint">
          {t("errors.requestId")} <code>{requestId}</code>
        </p>
      )}
      <button
        type="button"
        className="button-primary"
        onClick={() => {
          reset();
          void router.invalidate();
        }}
      >
        {t("errors.tryAgain")}
      </button>
    </div>
  );
}

export function NotFoundPage() {
  const { t } = useT();
  return (
    <div className="centered-page">
      <IconCompass size={34} stroke={1.4} className="tone-accent" />
      <h1 className="page-title">{t("errors.notFound")}</h1>
      <p className="soft">{t("errors.notFoundWhy")}</p>
      <Link to="/board" className="button-primary">
        {t("errors.toBoard")}
      </Link>
    </div>
  );
}

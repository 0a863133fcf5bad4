import { IconAlertTriangle, IconCompass } from "@tabler/icons-react";
import { Link, useRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { useEffect } from "react";
import { offlineCode, Problem } from "@/api/http";
import { useT } from "@/i18n";
import { serverLost, useFlag } from "@/lib/flag";
import { usePageTitle } from "@/lib/page-title";
import { problemText } from "@/lib/toast";

export function ErrorPage({ error, reset }: ErrorComponentProps) {
  const { t } = useT();
  const router = useRouter();
  // Nothing was wrong with the page itself: it comes back with the server.
  const lost = useFlag(serverLost);
  const wasLost = error instanceof Problem && error.code === offlineCode;
  useEffect(() => {
    if (lost || !wasLost) return;
    reset();
    void router.invalidate();
  }, [lost, wasLost, reset, router]);
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
  usePageTitle(t("errors.notFound"));
  return (
    <div className="centered-page">
      <IconCompass size={34} stroke={1.4} className="tone-accent" />
      <h1 className="page-title">{t("errors.notFound")}</h1>
      <p className="soft">{t("errors.notFoundWhy")}</p>
      <Link to="/today" className="button-primary">
        {t("errors.toBoard")}
      </Link>
    </div>
  );
}

// The same two with nothing around them, where not even the shell could be shown.
export const ErrorScreen = (problem: ErrorComponentProps) => (
  <main>
    <ErrorPage {...problem} />
  </main>
);
export const NotFoundScreen = () => (
  <main>
    <NotFoundPage />
  </main>
);

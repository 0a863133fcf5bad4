import { IconAlertTriangle, IconDatabaseExport } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { backupsQuery, postBackup } from "@/api/backups/backups";
import type { Shape } from "@/api/types";
import { ErrorPanel } from "@/components/error-panel";
import { Lines } from "@/components/skeleton";
import classes from "@/features/backups/backups.module.css";
import { useT } from "@/i18n";
import { formatBytes, formatInstant } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { problemText } from "@/lib/toast";

export function BackupsPage() {
  const { t } = useT();
  usePageTitle(t("backups.title"));
  const backups = useQuery(backupsQuery);
  const data = backups.data;
  return (
    <div className={`page ${classes.page}`}>
      <div className="page-head">
        <h1 className="page-title">{t("backups.title")}</h1>
        <span className="spring" />
        {data?.is_on && <MakeOne running={data.running} />}
      </div>
      <p className={`soft ${classes.lead}`}>{t("backups.lead")}</p>
      {backups.isPending && <Lines count={4} />}
      {backups.isError && !data && (
        <ErrorPanel error={backups.error} onRetry={() => void backups.refetch()} />
      )}
      {data && (data.is_on ? <Kept backups={data} /> : <Off />)}
    </div>
  );
}

function MakeOne({ running }: { running: boolean }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const make = useMutation({
    mutationFn: postBackup,
    onSuccess: (soon) => queryClient.setQueryData(backupsQuery.queryKey, soon),
  });
  const busy = running || make.isPending;
  return (
    <>
      {make.error && (
        <span className="form-error" role="alert">
          {problemText(make.error)}
        </span>
      )}
      <span role="status" className="soft">
        {busy ? t("backups.running") : ""}
      </span>
      <button
        type="button"
        className="button-primary"
        disabled={busy}
        onClick={() => make.mutate()}
      >
        <IconDatabaseExport size={16} />
        {t("backups.makeNow")}
      </button>
    </>
  );
}

// Only who runs the server can name a folder on it.
function Off() {
  const { t } = useT();
  return (
    <section className={`panel ${classes.off}`}>
      <p>{t("backups.off")}</p>
      <pre tabIndex={0}>{'[backup]\nfolder = "/var/backups/stagecoach"\nat = "03:15"'}</pre>
    </section>
  );
}

function Kept({ backups }: { backups: Shape<"Backups"> }) {
  const { t, lang } = useT();
  const { trouble, items, next_at } = backups;
  return (
    <>
      {trouble && (
        <section className={`panel ${classes.trouble}`} role="alert">
          <IconAlertTriangle size={20} stroke={1.6} className="tone-bad" aria-hidden />
          <div>
            <p>{t("backups.failed", { when: formatInstant(lang, trouble.at) })}</p>
            <p className="soft">{trouble.why}</p>
          </div>
        </section>
      )}
      {items.length === 0 ? (
        <p className="faint">{t("backups.none")}</p>
      ) : (
        <section className="panel table-wrap" aria-label={t("backups.title")} tabIndex={0}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("backups.made")}</th>
                <th scope="col">{t("backups.file")}</th>
                <th scope="col" className="right">
                  {t("backups.size")}
                </th>
                <th scope="col">{t("backups.state")}</th>
              </tr>
            </thead>
            <tbody>
              {items.map((backup) => (
                <tr key={backup.name}>
                  <td className="num">{formatInstant(lang, backup.made_at)}</td>
                  <td className={classes.name}>{backup.name}</td>
                  <td className={`right num ${classes.size}`}>{formatBytes(lang, backup.bytes)}</td>
                  <td>
                    <span className="tag" data-tone={backup.verified ? "good" : "bad"}>
                      {t(backup.verified ? "backups.verified" : "backups.damaged")}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className={`soft ${classes.note}`}>
        {next_at && t("backups.next", { when: formatInstant(lang, next_at) })} {t("backups.kept")}{" "}
        {t("backups.where", { folder: backups.folder ?? "" })}
      </p>
    </>
  );
}

import { IconCloudUpload, IconFileSpreadsheet } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { useId, useRef, useState } from "react";
import { importsQuery, postImport, postUpload } from "@/api/exchange/imports";
import type { Shape } from "@/api/types";
import { ErrorPanel } from "@/components/error-panel";
import { Lines } from "@/components/skeleton";
import classes from "@/features/exchange/exchange.module.css";
import { StateTag } from "@/features/exchange/state-tag";
import { useT } from "@/i18n";
import { formatInstant, formatNumber } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { problemText } from "@/lib/toast";

export function ImportsPage() {
  const { t } = useT();
  usePageTitle(t("imports.title"));
  return (
    <div className={`page ${classes.page}`}>
      <h1 className="page-title">{t("imports.title")}</h1>
      <p className={`soft ${classes.lead}`}>{t("imports.lead")}</p>
      <Upload />
      <Earlier />
    </div>
  );
}

// One or more files that belong together, read as one import.
function Upload() {
  const { t } = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const hint = useId();
  const send = useMutation({
    mutationFn: async (files: File[]) => {
      const uploads: Shape<"UploadView">[] = [];
      for (const file of files) uploads.push(await postUpload(file));
      return postImport(uploads.map((upload) => upload.upload_id));
    },
    onSuccess: async (plan) => {
      queryClient.setQueryData(["import", plan.id], plan);
      void queryClient.invalidateQueries({ queryKey: ["imports"] });
      await router.navigate({ to: "/import/$importId", params: { importId: plan.id } });
    },
  });
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0 && !send.isPending) send.mutate(files);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <IconCloudUpload size={34} stroke={1.3} className="tone-accent" aria-hidden />
      <p id={hint} className={classes.dropText} role="status">
        {send.isPending
          ? t("imports.reading", { count: send.variables.length })
          : t("imports.drop")}
      </p>
      <button
        type="button"
        className="button-primary"
        disabled={send.isPending}
        aria-describedby={hint}
        onClick={() => input.current?.click()}
      >
        {t("imports.choose")}
      </button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        aria-label={t("imports.choose")}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = "";
        }}
      />
      {send.error && (
        <p className="form-error" role="alert">
          {problemText(send.error)}
        </p>
      )}
    </section>
  );
}

function Earlier() {
  const { t, lang } = useT();
  const imports = useQuery(importsQuery);
  return (
    <section aria-labelledby="earlier">
      <h2 className={`section-title ${classes.gapTop}`} id="earlier">
        {t("imports.earlier")}
      </h2>
      {imports.isPending && <Lines count={3} />}
      {imports.isError && (
        <ErrorPanel error={imports.error} onRetry={() => void imports.refetch()} />
      )}
      {imports.data?.items.length === 0 && <p className="faint">{t("imports.noneEarlier")}</p>}
      {imports.data && imports.data.items.length > 0 && (
        <div className="panel table-wrap">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("imports.files")}</th>
                <th scope="col">{t("imports.when")}</th>
                <th scope="col" className="right">
                  {t("imports.rows")}
                </th>
                <th scope="col">{t("imports.state")}</th>
              </tr>
            </thead>
            <tbody>
              {imports.data.items.map((plan) => (
                <tr key={plan.id}>
                  <td>
                    <Link
                      to="/import/$importId"
                      params={{ importId: plan.id }}
                      className={classes.fileLink}
                    >
                      <IconFileSpreadsheet size={16} stroke={1.6} aria-hidden />
                      {plan.files.map((file) => file.name).join(", ")}
                    </Link>
                  </td>
                  <td className="num soft">
                    {plan.created_at ? formatInstant(lang, plan.created_at) : "–"}
                  </td>
                  <td className="right num">{formatNumber(lang, plan.counts.rows)}</td>
                  <td>
                    <StateTag state={plan.state} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

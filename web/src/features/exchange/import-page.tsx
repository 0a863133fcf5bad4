import { Progress } from "@mantine/core";
import { IconArrowLeft, IconCircleCheck, IconInfoCircle } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import {
  discardImport,
  importQuery,
  patchImport,
  runImport,
  undoImport,
} from "@/api/exchange/imports";
import type { Shape } from "@/api/types";
import { ErrorPanel } from "@/components/error-panel";
import { PageSkeleton } from "@/components/skeleton";
import classes from "@/features/exchange/exchange.module.css";
import { FilePanel } from "@/features/exchange/file-panel";
import { MappingFile } from "@/features/exchange/mapping-file";
import { NearMisses, Rejects } from "@/features/exchange/plan-panels";
import { StagePanel } from "@/features/exchange/stage-panel";
import { StateTag } from "@/features/exchange/state-tag";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";
import { toastProblem } from "@/lib/toast";

export function ImportPage() {
  const { importId } = useParams({ from: "/app/import/$importId" });
  const { t } = useT();
  const plan = useQuery(importQuery(importId));
  if (plan.isPending) return <PageSkeleton />;
  if (plan.isError) return <ErrorPanel error={plan.error} onRetry={() => void plan.refetch()} />;
  return (
    <div className={`page ${classes.page}`}>
      <Link to="/import" className={classes.back}>
        <IconArrowLeft size={15} stroke={1.8} aria-hidden />
        {t("import.back")}
      </Link>
      <div className="page-head">
        <h1 className="page-title">{plan.data.files.map((file) => file.name).join(", ")}</h1>
        <StateTag state={plan.data.state} />
      </div>
      <Plan plan={plan.data} />
    </div>
  );
}

function Plan({ plan }: { plan: Shape<"ImportPlan"> }) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const keep = (next: Shape<"ImportPlan">) => {
    queryClient.setQueryData(["import", next.id], next);
    void queryClient.invalidateQueries({ queryKey: ["imports"] });
  };
  const remap = useMutation({
    mutationFn: (mapping: Shape<"MappingInput">) => patchImport(plan.id, mapping),
    onSuccess: keep,
    onError: toastProblem,
  });
  const run = useMutation({
    mutationFn: () => runImport(plan.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["import", plan.id] }),
    onError: toastProblem,
  });
  const navigate = useNavigate();
  const discard = useMutation({
    mutationFn: () => discardImport(plan.id),
    onSuccess: async () => {
      await navigate({ to: "/import" });
      queryClient.removeQueries({ queryKey: ["import", plan.id] });
      void queryClient.invalidateQueries({ queryKey: ["imports"] });
    },
    onError: toastProblem,
  });
  const finished = plan.state === "done" || plan.state === "undone";
  useEffect(() => {
    if (finished)
      for (const key of [
        "board",
        "deals",
        "cycle",
        "accounts",
        "users",
        "teams",
        "imports",
        "pipelines",
      ])
        void queryClient.invalidateQueries({ queryKey: [key] });
  }, [finished, queryClient]);

  const planned = plan.state === "planned";
  return (
    <>
      {plan.state === "running" && <Running progress={plan.progress} />}
      {plan.state === "done" && <Done plan={plan} onChange={keep} />}
      {plan.state === "failed" && <Failed plan={plan} onRun={() => run.mutate()} onChange={keep} />}
      {plan.state === "undone" && <p className={classes.note}>{t("import.undone")}</p>}
      <Counts plan={plan} />
      {plan.warnings.length > 0 && (
        <section className={`panel ${classes.gapTop}`} aria-labelledby="warnings">
          <div className="panel-head">
            <IconInfoCircle size={17} stroke={1.7} className="tone-warn" aria-hidden />
            <h2 className="section-title" id="warnings">
              {t("import.warnings")}
            </h2>
          </div>
          <ul className={classes.warnings}>
            {plan.warnings.map((warning) => (
              <li key={`${warning.code}${warning.message}`}>{warning.message}</li>
            ))}
          </ul>
        </section>
      )}
      {planned && (
        <div className={classes.runBar}>
          <span className="soft" role="status">
            {remap.isPending ? t("import.replanning") : t("import.nothingYet")}
          </span>
          <button
            type="button"
            className="button-plain"
            disabled={discard.isPending || run.isPending}
            onClick={() => discard.mutate()}
          >
            {t("import.discard")}
          </button>
          <button
            type="button"
            className="button-primary"
            disabled={run.isPending || remap.isPending || plan.counts.usable === 0}
            onClick={() => run.mutate()}
          >
            {t("import.run", { count: formatNumber(lang, plan.counts.usable) as never })}
          </button>
        </div>
      )}
      <StagePanel plan={plan} onMapping={planned ? remap.mutate : null} />
      {plan.files.map((file) => (
        <FilePanel
          key={file.name}
          file={file}
          plan={plan}
          onMapping={planned ? remap.mutate : null}
        />
      ))}
      <NearMisses plan={plan} />
      <Rejects plan={plan} />
      <MappingFile plan={plan} onMapping={planned ? remap.mutate : null} />
    </>
  );
}

// A run that stopped left whole records: running it again adds the rest, undoing removes them.
function Failed({
  plan,
  onRun,
  onChange,
}: {
  plan: Shape<"ImportPlan">;
  onRun: () => void;
  onChange: (plan: Shape<"ImportPlan">) => void;
}) {
  const { t } = useT();
  const undo = useMutation({
    mutationFn: () => undoImport(plan.id),
    onSuccess: onChange,
    onError: toastProblem,
  });
  return (
    <section className={`panel panel-body ${classes.done}`}>
      <p className={`form-error ${classes.doneText}`} role="alert">
        {t("import.failed")}
      </p>
      <div className="form-actions">
        <button
          type="button"
          className="button-plain"
          disabled={undo.isPending}
          onClick={() => undo.mutate()}
        >
          {t("import.undo")}
        </button>
        <button type="button" className="button-primary" disabled={undo.isPending} onClick={onRun}>
          {t("import.again")}
        </button>
      </div>
    </section>
  );
}

function Running({ progress }: { progress: Shape<"ImportPlan">["progress"] }) {
  const { t, lang } = useT();
  const share = progress.total > 0 ? (100 * progress.done) / progress.total : 0;
  return (
    <section className={`panel panel-body ${classes.gapBottom}`}>
      <p className={classes.progressText} role="status">
        {t("import.running")}{" "}
        <span className="num">
          {t("import.progress", {
            done: formatNumber(lang, progress.done),
            total: formatNumber(lang, progress.total),
          })}
        </span>
      </p>
      <Progress value={share} aria-label={t("import.running")} />
    </section>
  );
}

function Done({
  plan,
  onChange,
}: {
  plan: Shape<"ImportPlan">;
  onChange: (plan: Shape<"ImportPlan">) => void;
}) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  const undo = useMutation({
    mutationFn: () => undoImport(plan.id),
    onSuccess: (next) => {
      if (next) onChange(next);
      void queryClient.invalidateQueries();
    },
    onError: toastProblem,
  });
  return (
    <section className={`panel panel-body ${classes.done}`}>
      <IconCircleCheck size={28} stroke={1.5} className="tone-good" aria-hidden />
      <div className={classes.doneText}>
        <strong>{t("import.done")}</strong>
        <span className="soft">
          {t("import.doneWhy", {
            usable: formatNumber(lang, plan.counts.usable),
            rows: formatNumber(lang, plan.counts.rows),
          })}
        </span>
        {plan.created.deals_known > 0 && (
          <span className="soft">
            {t("import.known", {
              known: formatNumber(lang, plan.created.deals_known),
              differing: formatNumber(lang, plan.created.deals_differing),
            })}
          </span>
        )}
        {asking && <span className="soft">{t("import.undoWhy")}</span>}
      </div>
      <div className="form-actions">
        {asking ? (
          <>
            <button type="button" className="button-plain" onClick={() => setAsking(false)}>
              {t("common.cancel")}
            </button>
            <button
              type="button"
              className="button-plain tone-bad"
              disabled={undo.isPending}
              onClick={() => undo.mutate()}
            >
              {t("import.undoSure")}
            </button>
          </>
        ) : (
          <>
            <button type="button" className="button-plain" onClick={() => setAsking(true)}>
              {t("import.undo")}
            </button>
            <Link to="/cycle" className="button-plain">
              {t("import.toCycle")}
            </Link>
            <Link to="/board" className="button-primary">
              {t("import.toBoard")}
            </Link>
          </>
        )}
      </div>
    </section>
  );
}

const things = [
  "deals",
  "accounts",
  "contacts",
  "products",
  "users",
  "teams",
  "activities",
  "moves",
] as const;

function Counts({ plan }: { plan: Shape<"ImportPlan"> }) {
  const { t, lang } = useT();
  const { counts } = plan;
  const listed = (of: Record<string, number>) =>
    things
      .filter((thing) => of[thing])
      .map((thing) => `${formatNumber(lang, of[thing] ?? 0)} ${t(`import.what.${thing}`)}`)
      .join(" · ") || t("import.nothingNew");
  return (
    <section className={`panel ${classes.counts}`} aria-label={t("import.check")}>
      <dl className={classes.tiles}>
        {(["rows", "usable", "rejected", "duplicates"] as const).map((name) => (
          <div
            key={name}
            data-tone={name === "rejected" && counts.rejected > 0 ? "bad" : undefined}
          >
            <dt>{t(`import.${name}`)}</dt>
            <dd className="num">{formatNumber(lang, counts[name])}</dd>
          </div>
        ))}
      </dl>
      <dl className={classes.changes}>
        <div>
          <dt>{t("import.willCreate")}</dt>
          <dd>{listed(counts.records)}</dd>
        </div>
      </dl>
    </section>
  );
}

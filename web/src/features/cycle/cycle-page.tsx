import { IconAlertTriangle, IconHourglass } from "@tabler/icons-react";
import { Link, useNavigate, useRouter, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useMemo } from "react";
import { Trans } from "react-i18next";
import { type Cycle, useCycle } from "@/api/cycle/cycle";
import { usePipeline } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { BeginHere } from "@/components/begin-here";
import { ErrorPanel } from "@/components/error-panel";
import { PageSkeleton } from "@/components/skeleton";
import { CycleFilters } from "@/features/cycle/cycle-filters";
import classes from "@/features/cycle/cycle.module.css";
import { stageName } from "@/features/cycle/cycle-words";
import { CycleHeadline } from "@/features/cycle/headline";
import { OutcomeTable } from "@/features/cycle/outcome-table";
import { StageTable } from "@/features/cycle/stage-table";
import { useTourStep } from "@/features/tour/use-tour-step";
import { WorthFixing } from "@/features/cycle/worth-fixing";
import { useT } from "@/i18n";
import { type Action, useActions } from "@/lib/actions";
import { type DealFilters, dealFiltersFrom } from "@/lib/deal-filters";
import { formatDate, formatNumber, formatPercent } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";

const OpenCurve = lazy(() =>
  import("@/features/cycle/charts").then((all) => ({ default: all.OpenCurve })),
);
const OutcomeChart = lazy(() =>
  import("@/features/cycle/charts").then((all) => ({ default: all.OutcomeChart })),
);

export function CyclePage() {
  const { t, lang } = useT();
  usePageTitle(t("cycle.title"));
  const navigate = useNavigate();
  const filters = dealFiltersFrom(useSearch({ strict: false }));
  const pipeline = usePipeline(filters.pipeline);
  const cycle = useCycle({ ...filters, pipeline: pipeline.id });
  useTourStep("read_cycle", cycle.isSuccess);
  const report = cycle.data;
  return (
    <div className={`page ${classes.page}`}>
      <div className={classes.head}>
        <h1 className="page-title">
          {t("cycle.title")}{" "}
          {report && (
            <span className={classes.asOf}>
              {t("cycle.asOf", { date: formatDate(lang, report.as_of.slice(0, 10)) })}
            </span>
          )}
        </h1>
        <CycleFilters
          filters={filters}
          pipeline={pipeline}
          change={(changed) =>
            void navigate({
              to: "/cycle",
              search: dealFiltersFrom({ ...filters, ...changed }),
              replace: true,
            })
          }
        />
      </div>
      {cycle.isPending && <PageSkeleton />}
      {cycle.isError && !report && (
        <ErrorPanel error={cycle.error} onRetry={() => void cycle.refetch()} />
      )}
      {report && report.deals.total === 0 && (
        <Empty filtered={Object.keys(filters).some((key) => key !== "pipeline")} />
      )}
      {report && report.deals.total > 0 && (
        <Report report={report} pipeline={pipeline} filters={filters} />
      )}
    </div>
  );
}

// O opens the deals that have waited longer than they should, the longest first.
function useOpenWaiting() {
  const { t } = useT();
  const router = useRouter();
  const actions = useMemo<Action[]>(
    () => [
      {
        id: "cycle:open",
        label: t("cycle.openWaiting"),
        group: "do",
        shortcut: "o",
        run: () =>
          void router.navigate({
            to: "/deals",
            search: {
              ...dealFiltersFrom(router.state.location.search),
              from: undefined,
              to: undefined,
              concern: "over_standard",
              sort: "stage_entered",
            } as DealFilters,
          }),
      },
    ],
    [t, router],
  );
  useActions(actions);
}

function Report({
  report,
  pipeline,
  filters,
}: {
  report: Cycle;
  pipeline: Shape<"Pipeline">;
  filters: DealFilters;
}) {
  const { t } = useT();
  useOpenWaiting();
  const drawn = report.cycle.curve.length > 1;
  return (
    <>
      <CycleHeadline report={report} />
      <Bottleneck report={report} pipeline={pipeline} />
      <StageTable report={report} pipeline={pipeline} filters={filters} />
      <WorthFixing filters={{ ...filters, pipeline: pipeline.id }} pipeline={pipeline} />
      <div className={classes.charts}>
        <section className="panel" aria-labelledby="still-open">
          <div className={classes.chartHead}>
            <h2 className="section-title" id="still-open">
              {t("cycle.stillOpen")}
            </h2>
            <p className="faint">{t("cycle.stillOpenWhy")}</p>
          </div>
          {drawn ? (
            <Suspense fallback={<div className={classes.chart} />}>
              <OpenCurve report={report} />
            </Suspense>
          ) : (
            <p className="panel-body faint">{t("cycle.tooFewForCurve")}</p>
          )}
        </section>
        <section className="panel" aria-labelledby="outcome">
          <div className={classes.chartHead}>
            <h2 className="section-title" id="outcome">
              {t("cycle.outcome")}
            </h2>
            <p className="faint">{t("cycle.outcomeWhy")}</p>
          </div>
          {drawn ? (
            <Suspense fallback={<div className={classes.chart} />}>
              <OutcomeChart report={report} />
            </Suspense>
          ) : (
            <p className="panel-body faint">{t("cycle.tooFewForCurve")}</p>
          )}
        </section>
      </div>
      {drawn && <OutcomeTable report={report} />}
      {report.warnings.length > 0 && (
        <section className={`panel ${classes.warnings}`} aria-labelledby="warnings">
          <div className="panel-head">
            <IconAlertTriangle size={17} stroke={1.7} className="tone-warn" aria-hidden />
            <h2 className="section-title" id="warnings">
              {t("cycle.warnings")}
            </h2>
          </div>
          <ul>
            {report.warnings.map((warning) => (
              <li key={`${warning.code}${warning.message}`}>{warning.message}</li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

// Longest and leakiest in words, or an honest shrug.
function Bottleneck({ report, pipeline }: { report: Cycle; pipeline: Shape<"Pipeline"> }) {
  const { t, lang } = useT();
  const find = (name: string | null) => report.stages.find((stage) => stage.name === name);
  const longest = find(report.bottleneck.longest);
  const leakiest = find(report.bottleneck.leakiest);
  if (!longest && !leakiest) return <p className="soft">{t("cycle.noBottleneck")}</p>;
  return (
    <p className={classes.words}>
      {longest && (
        <Trans
          i18nKey="cycle.longest"
          values={{
            stage: stageName(longest, pipeline, lang),
            share: formatPercent(lang, longest.dwell_share ?? 0),
          }}
          components={{ b: <strong /> }}
        />
      )}
      {lang === "zh" ? "" : " "}
      {leakiest && leakiest.lost_here > 0 && (
        <Trans
          i18nKey="cycle.leakiest"
          values={{
            stage: stageName(leakiest, pipeline, lang),
            n: formatNumber(lang, leakiest.lost_here),
            entered: formatNumber(lang, leakiest.entered_deals),
          }}
          components={{ b: <strong /> }}
        />
      )}
    </p>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  const { t } = useT();
  return (
    <div className="centered-page">
      <IconHourglass size={36} stroke={1.3} className="tone-accent" aria-hidden />
      <h2 className="page-title">{t("cycle.empty")}</h2>
      <p className="soft">{t("cycle.emptyWhy")}</p>
      {filtered ? (
        <Link to="/board" className="button-primary">
          {t("errors.toBoard")}
        </Link>
      ) : (
        <BeginHere create="create-deal" label={t("board.firstDeal")} />
      )}
    </div>
  );
}

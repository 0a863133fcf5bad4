import { IconFilterOff } from "@tabler/icons-react";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { type Funnel, type FunnelFilters, useFunnel } from "@/api/cycle/funnel";
import { usePipeline } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { BeginHere } from "@/components/begin-here";
import { ErrorPanel } from "@/components/error-panel";
import { Picker } from "@/components/picker";
import { PageSkeleton } from "@/components/skeleton";
import { CycleFilters } from "@/features/cycle/cycle-filters";
import cycle from "@/features/cycle/cycle.module.css";
import { FlowPanel } from "@/features/cycle/funnel/flow-panel";
import { ages, defaultAge, funnelFiltersFrom } from "@/features/cycle/funnel/funnel-filters";
import classes from "@/features/cycle/funnel/funnel.module.css";
import { stagesOf } from "@/features/cycle/funnel/funnel-words";
import { GatesPanel } from "@/features/cycle/funnel/gates-panel";
import { HeatPanel } from "@/features/cycle/funnel/heat-panel";
import { MonthTable } from "@/features/cycle/funnel/month-table";
import { StepsTable } from "@/features/cycle/funnel/steps-table";
import { useOpenDeals } from "@/features/cycle/funnel/use-open-deals";
import { useT } from "@/i18n";
import { type Action, useActions } from "@/lib/actions";
import { formatDate, formatNumber } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";

// Which step leaks: of the deals that entered a stage in a month, how many came how far.
export function FunnelPage() {
  const { t, lang } = useT();
  usePageTitle(t("funnel.title"));
  const search = useSearch({ strict: false });
  const filters = useMemo(() => funnelFiltersFrom(search), [search]);
  const pipeline = usePipeline(filters.pipeline);
  const asked = useMemo(() => ({ ...filters, pipeline: pipeline.id }), [filters, pipeline.id]);
  const funnel = useFunnel(asked);
  const answer = funnel.data;
  return (
    <div className={`page ${cycle.page}`}>
      <div className={cycle.head}>
        <h1 className="page-title">
          {t("funnel.title")}{" "}
          {answer && (
            <span className={cycle.asOf}>
              {t("cycle.asOf", { date: formatDate(lang, answer.as_of.slice(0, 10)) })}
            </span>
          )}
        </h1>
        <Filters filters={filters} pipeline={pipeline} />
      </div>
      {funnel.isPending && <PageSkeleton />}
      {funnel.isError && !answer && (
        <ErrorPanel error={funnel.error} onRetry={() => void funnel.refetch()} />
      )}
      {answer?.note && <Empty note={answer.note} filters={filters} />}
      {answer && !answer.note && <Answer funnel={answer} filters={asked} pipeline={pipeline} />}
    </div>
  );
}

function Filters({ filters, pipeline }: { filters: FunnelFilters; pipeline: Shape<"Pipeline"> }) {
  const { t, lang, local } = useT();
  const navigate = useNavigate();
  const change = (changed: object) =>
    void navigate({
      to: "/funnel",
      search: funnelFiltersFrom({ ...filters, ...changed }),
      replace: true,
    });
  const open = pipeline.stages.filter((stage) => stage.kind === "open");
  const from = open.find((stage) => stage.id === filters.stage) ?? open[0];
  return (
    <div className={classes.filters}>
      <Picker
        label={t("funnel.from")}
        hideLabel
        value={from ? String(from.id) : null}
        options={open.map((stage) => ({
          value: String(stage.id),
          label: t("funnel.enteredStep", { stage: local(stage.name) }),
        }))}
        onChange={(id) => change({ stage: id && id !== String(open[0]?.id) ? id : undefined })}
      />
      <Picker
        label={t("funnel.age")}
        hideLabel
        value={String(filters.age ?? defaultAge)}
        options={ages.map((days) => ({
          value: String(days),
          label: t("funnel.ageDays", { n: formatNumber(lang, days) }),
        }))}
        onChange={(days) => change({ age: days })}
      />
      <CycleFilters filters={filters} pipeline={pipeline} change={change} />
    </div>
  );
}

function Answer({
  funnel,
  filters,
  pipeline,
}: {
  funnel: Funnel;
  filters: FunnelFilters;
  pipeline: Shape<"Pipeline">;
}) {
  const { t, lang, local } = useT();
  const open = useOpenDeals(filters);
  const from = pipeline.stages.find((stage) => stage.id === funnel.stage_id);
  const entered = from ? local(from.name) : "";
  const stages = stagesOf(
    funnel,
    t("funnel.enteredStep", { stage: entered }),
    t("funnel.wonStep"),
    local,
  );
  const lost = funnel.all.lost.deals;
  const actions = useMemo<Action[]>(
    () =>
      lost === 0
        ? []
        : [
            {
              id: "funnel:lost",
              label: t("funnel.openLost"),
              group: "do",
              shortcut: "o",
              run: () => void open({ became: "lost" }),
            },
          ],
    [t, lost, open],
  );
  useActions(actions);
  return (
    <>
      <StepsTable funnel={funnel} stages={stages} entered={entered} open={open} />
      <MonthTable funnel={funnel} stages={stages} open={open} />
      <FlowPanel filters={filters} />
      <HeatPanel filters={filters} />
      <GatesPanel filters={filters} />
      <p className={`faint ${classes.note}`}>
        {funnel.currency !== null &&
          funnel.without_amount > 0 &&
          `${t("funnel.withoutAmount", {
            n: formatNumber(lang, funnel.without_amount),
            currency: funnel.currency,
          })} `}
        <Link to="/cycle" search={{ pipeline: pipeline.id }}>
          {t("funnel.onTheCycle")}
        </Link>
      </p>
    </>
  );
}

function Empty({ note, filters }: { note: string; filters: FunnelFilters }) {
  const { t } = useT();
  const filtered = Object.keys(filters).some((key) => key !== "pipeline");
  return (
    <div className="centered-page">
      <IconFilterOff size={36} stroke={1.3} className="tone-accent" aria-hidden />
      <h2 className="page-title">{t("cycle.empty")}</h2>
      <p className="soft">{note}</p>
      {filtered ? (
        <Link to="/funnel" search={{}} className="button-primary">
          {t("funnel.all")}
        </Link>
      ) : (
        <BeginHere create="create-deal" label={t("board.firstDeal")} />
      )}
    </div>
  );
}

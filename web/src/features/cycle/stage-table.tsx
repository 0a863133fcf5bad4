import { Link } from "@tanstack/react-router";
import type { Cycle, CycleStage } from "@/api/cycle/cycle";
import type { Shape } from "@/api/types";
import classes from "@/features/cycle/cycle.module.css";
import { axisEnd, daysText, stageName } from "@/features/cycle/cycle-words";
import { useT } from "@/i18n";
import type { DealFilters } from "@/lib/deal-filters";
import { formatNumber, formatPercent } from "@/lib/format";

type Stage = CycleStage;

// One row per stage: the time it takes as a bar against its standard, and what becomes of the deals.
// A table with pictures in it, so that everyone reads the same.
export function StageTable({
  report,
  pipeline,
  filters,
}: {
  report: Cycle;
  pipeline: Shape<"Pipeline">;
  filters: DealFilters;
}) {
  const { t } = useT();
  const end = axisEnd(report.stages);
  const worst = Math.max(0, ...report.stages.map((stage) => stage.dwell_share ?? 0));
  return (
    <section className="panel" aria-labelledby="stages">
      <div className={`panel-head ${classes.stageHead}`}>
        <h2 className="section-title" id="stages">
          {t("cycle.stages")}
        </h2>
        <span className="spring" />
        <span className={classes.legend} aria-hidden>
          <span>
            <i className={classes.legendRange} /> {t("cycle.legendRange")}
          </span>
          <span>
            <i className={classes.legendMedian} /> {t("cycle.legendMedian")}
          </span>
          <span>
            <i className={classes.legendStandard} /> {t("cycle.legendStandard")}
          </span>
        </span>
      </div>
      <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="stages">
        <table className={`table ${classes.stages}`}>
          <thead>
            <tr>
              <th scope="col">{t("cycle.stage")}</th>
              <th scope="col">{t("cycle.dwell")}</th>
              <th scope="col" className="right">
                {t("cycle.median")}
              </th>
              <th scope="col" className="right">
                {t("cycle.p80")}
              </th>
              <th scope="col" className="right">
                {t("cycle.standard")}
              </th>
              <th scope="col" className="right">
                {t("cycle.share")}
              </th>
              <th scope="col" className="right">
                {t("cycle.wentOn")}
              </th>
              <th scope="col" className="right">
                {t("cycle.lostHere")}
              </th>
              <th scope="col" className="right">
                {t("cycle.wentBack")}
              </th>
              <th scope="col" className="right">
                {t("cycle.openNow")}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.stages.map((stage) => (
              <Row
                key={stage.stage_id ?? stage.name}
                {...{ stage, pipeline, filters, end, worst }}
                longest={report.bottleneck.longest === stage.name}
                leakiest={report.bottleneck.leakiest === stage.name}
              />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({
  stage,
  pipeline,
  filters,
  end,
  worst,
  longest,
  leakiest,
}: {
  stage: Stage;
  pipeline: Shape<"Pipeline">;
  filters: DealFilters;
  end: number;
  worst: number;
  longest: boolean;
  leakiest: boolean;
}) {
  const { t, lang } = useT();
  const name = stageName(stage, pipeline, lang);
  const days = (n: number | null | undefined) =>
    n === null || n === undefined ? "–" : t("cycle.days", { n: daysText(lang, n) });
  const { dwell } = stage;
  const [low = null, high = null] = dwell.ci95;
  const standard = stage.standard_days ?? null;
  const over = dwell.median_days !== null && standard !== null && dwell.median_days > standard;
  const share = stage.dwell_share ?? 0;
  const unsure = dwell.confidence === "low";
  return (
    <tr>
      <th scope="row" className={classes.stageCell}>
        {name}
      </th>
      <td className={classes.barCell}>
        <DwellBar stage={stage} end={end} over={over} name={name} />
      </td>
      <td className="right num" data-over={over || undefined}>
        {dwell.median_days === null ? (
          <span className="faint" title={t("cycle.tooFew", { n: dwell.events })}>
            {t("cycle.cannotTell")}
          </span>
        ) : (
          <span
            className={unsure ? "faint" : undefined}
            title={unsure ? t("cycle.uncertain") : undefined}
          >
            {days(dwell.median_days)}
            <small className={classes.interval}>
              {low === null ? "?" : daysText(lang, low)}–
              {high === null ? "?" : daysText(lang, high)}
            </small>
          </span>
        )}
      </td>
      <td className="right num">{days(dwell.p80_days)}</td>
      <td className="right num">{days(standard)}</td>
      <td className="right num" data-worst={longest || undefined}>
        <span className={classes.shareBar} aria-hidden>
          <i style={{ width: worst > 0 ? `${(100 * share) / worst}%` : 0 }} />
        </span>
        {formatPercent(lang, share)}
      </td>
      <td className="right num">
        {stage.went_on === null ? "–" : formatPercent(lang, stage.went_on)}
      </td>
      <td className="right num" data-worst={leakiest || undefined}>
        {formatNumber(lang, stage.lost_here)}
      </td>
      <td className="right num">{formatNumber(lang, stage.went_back)}</td>
      <td className="right num">
        {stage.open > 0 && stage.stage_id ? (
          <Link
            to="/deals"
            search={
              { ...filters, from: undefined, to: undefined, stage: stage.stage_id } as DealFilters
            }
            aria-label={t("cycle.seeOpen", { n: stage.open, stage: name })}
            className="button-link"
          >
            {formatNumber(lang, stage.open)}
          </Link>
        ) : (
          formatNumber(lang, stage.open)
        )}
      </td>
    </tr>
  );
}

const height = 26;
const middle = height / 2;

// Drawn in percent of the shared axis, so it needs no measuring.
function DwellBar({
  stage,
  end,
  over,
  name,
}: {
  stage: Stage;
  end: number;
  over: boolean;
  name: string;
}) {
  const { t, lang } = useT();
  const { dwell } = stage;
  const [low = null, high = null] = dwell.ci95;
  const standard = stage.standard_days ?? null;
  const at = (days: number) => `${Math.min(100, (100 * days) / end)}%`;
  const span = (from: number, to: number) =>
    `${Math.max(0.4, (100 * (Math.min(to, end) - from)) / end)}%`;
  const said = t("cycle.dwellSaid", {
    stage: name,
    median: dwell.median_days === null ? t("cycle.cannotTell") : daysText(lang, dwell.median_days),
    low: dwell.p25_days === null ? "?" : daysText(lang, dwell.p25_days),
    high: dwell.p75_days === null ? "?" : daysText(lang, dwell.p75_days),
    standard: standard === null ? "–" : daysText(lang, standard),
  });
  const tone = over ? "var(--warn)" : "var(--accent)";
  return (
    <svg className={classes.bar} height={height} role="img" aria-label={said}>
      <line x1="0" x2="100%" y1={middle} y2={middle} stroke="var(--line)" />
      {dwell.p25_days !== null && (
        <rect
          x={at(dwell.p25_days)}
          width={span(dwell.p25_days, dwell.p75_days ?? end)}
          y={middle - 6}
          height={12}
          rx={3}
          fill={tone}
          opacity={dwell.confidence === "fair" ? 0.3 : 0.14}
        />
      )}
      {dwell.median_days !== null && (
        <>
          {low !== null && (
            <rect
              x={at(low)}
              width={span(low, high ?? end)}
              y={middle - 1.5}
              height={3}
              fill={tone}
            />
          )}
          <circle
            cx={at(dwell.median_days)}
            cy={middle}
            r={4.5}
            fill={tone}
            stroke="var(--ground-raised)"
            strokeWidth={1.5}
          />
        </>
      )}
      {standard !== null && (
        <svg x={at(standard)} y={0} overflow="visible">
          <path
            d={`M0 ${middle - 7}l5 7-5 7-5-7z`}
            fill="var(--ground-raised)"
            stroke="var(--ink)"
            strokeWidth={1.4}
          />
        </svg>
      )}
    </svg>
  );
}

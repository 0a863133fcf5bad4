import { type GateCriterion, type Gates, type GateStage, useGates } from "@/api/cycle/gates";
import { ErrorPanel } from "@/components/error-panel";
import classes from "@/features/cycle/funnel/funnel.module.css";
import gateClasses from "@/features/cycle/funnel/gates.module.css";
import { useT } from "@/i18n";
import type { DealFilters } from "@/lib/deal-filters";
import { formatNumber, formatPercent } from "@/lib/format";

// What each exit criterion is worth: met or let pass, and who was won.
export function GatesPanel({ filters }: { filters: DealFilters }) {
  const { t, lang } = useT();
  const query = useGates(filters);
  const gates = query.data;
  return (
    <section className={`panel ${classes.below}`} aria-labelledby="gates">
      <div className={classes.head}>
        <h2 className="section-title" id="gates">
          {t("gates.title")}
        </h2>
        <p className="faint">{t("gates.why")}</p>
        {gates && <p className={classes.words}>{gates.note ?? <Words gates={gates} />}</p>}
      </div>
      {query.isError && !gates && (
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      )}
      {gates && !gates.note && <Table gates={gates} />}
      {gates && (
        <p className={`faint ${classes.note}`}>
          {gates.imported > 0 &&
            `${t("gates.imported", { n: formatNumber(lang, gates.imported) })} `}
          {t("gates.notRecorded")}
        </p>
      )}
    </section>
  );
}

function Words({ gates }: { gates: Gates }) {
  const { t, lang, local } = useT();
  const told = gates.stages.flatMap((stage) => stage.criteria);
  const telling = told.filter((each) => each.verdict !== "cannot_tell");
  if (telling.length === 0) return <>{t("gates.cannotTell")}</>;
  const first = telling.reduce((a, b) =>
    Math.abs(b.difference ?? 0) > Math.abs(a.difference ?? 0) ? b : a,
  );
  return (
    <>
      {t(first.verdict === "won_more" ? "gates.saidMore" : "gates.saidLess", {
        criterion: local(first.label) || first.key,
        met: formatPercent(lang, first.met.won_share ?? 0),
        without: formatPercent(lang, first.overridden.won_share ?? 0),
      })}
    </>
  );
}

function Table({ gates }: { gates: Gates }) {
  const { t } = useT();
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="gates">
      <table className={`table ${gateClasses.gates}`}>
        <thead>
          <tr>
            <th scope="col">{t("gates.criterion")}</th>
            <th scope="col" className="right">
              {t("gates.met")}
            </th>
            <th scope="col" className="right">
              {t("gates.overridden")}
            </th>
            <th scope="col" className="right">
              {t("gates.wonMet")}
            </th>
            <th scope="col" className="right">
              {t("gates.wonOverridden")}
            </th>
            <th scope="col">{t("gates.verdict")}</th>
          </tr>
        </thead>
        {gates.stages
          .filter((stage) => stage.criteria.length > 0)
          .map((stage) => (
            <Stage key={stage.stage_id} stage={stage} />
          ))}
      </table>
    </div>
  );
}

function Stage({ stage }: { stage: GateStage }) {
  const { t, lang, local } = useT();
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={6} className={gateClasses.stage}>
          {local(stage.name)}
          <span className="faint">
            {t("gates.stageSaid", {
              entered: formatNumber(lang, stage.entered),
              passed: formatNumber(lang, stage.passed),
              lost: formatNumber(lang, stage.lost),
            })}
          </span>
        </th>
      </tr>
      {stage.criteria.map((criterion) => (
        <Criterion key={criterion.key} criterion={criterion} />
      ))}
    </tbody>
  );
}

function Criterion({ criterion }: { criterion: GateCriterion }) {
  const { t, lang, local } = useT();
  const share = (value: number | null) =>
    value === null ? <span className="faint">–</span> : formatPercent(lang, value);
  const [low = null, high = null] = criterion.difference_ci95;
  return (
    <tr>
      <th scope="row">{local(criterion.label) || criterion.key}</th>
      <td className="right num">{formatNumber(lang, criterion.met.deals)}</td>
      <td className="right num">{formatNumber(lang, criterion.overridden.deals)}</td>
      <td className="right num">{share(criterion.met.won_share)}</td>
      <td className="right num">{share(criterion.overridden.won_share)}</td>
      <td data-verdict={criterion.verdict}>
        {criterion.difference === null || low === null || high === null ? (
          <span className="faint">{t("cycle.cannotTell")}</span>
        ) : (
          t(`gates.${criterion.verdict}`, {
            low: formatNumber(lang, 100 * low),
            high: formatNumber(lang, 100 * high),
          })
        )}
      </td>
    </tr>
  );
}

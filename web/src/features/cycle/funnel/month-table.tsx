import { IconSeeding } from "@tabler/icons-react";
import type { Funnel, FunnelCohort, FunnelNumber } from "@/api/cycle/funnel";
import { DealsButton } from "@/features/cycle/funnel/deals-button";
import classes from "@/features/cycle/funnel/funnel.module.css";
import { type FunnelStage, sharesOf } from "@/features/cycle/funnel/funnel-words";
import { useT } from "@/i18n";
import { formatMonth, formatNumber, formatPercent } from "@/lib/format";

type Open = (number: FunnelNumber) => Promise<void>;

// One row per month of entry, the newest first; the darker a cell, the more came there in time.
export function MonthTable({
  funnel,
  stages,
  open,
}: {
  funnel: Funnel;
  stages: FunnelStage[];
  open: Open;
}) {
  const { t, lang } = useT();
  const age = formatNumber(lang, funnel.age_days);
  const rows = funnel.months.filter((cohort) => cohort.entered.deals > 0).toReversed();
  return (
    <section className={`panel ${classes.below}`} aria-labelledby="by-month">
      <div className={classes.head}>
        <h2 className="section-title" id="by-month">
          {t("funnel.byMonth")}
        </h2>
        <p className="faint">{t("funnel.byMonthWhy", { n: age })}</p>
      </div>
      <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="by-month">
        <table className={`table ${classes.months}`}>
          <thead>
            <tr>
              <th scope="col">{t("funnel.month")}</th>
              {stages.map((stage) => (
                <th scope="col" className="right" key={stage.key}>
                  {stage.key === "entered" ? t("funnel.deals") : stage.name}
                </th>
              ))}
              <th scope="col" className="right">
                {t("funnel.lost")}
              </th>
              <th scope="col" className="right">
                {t("funnel.open")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((cohort) => (
              <CohortRow
                key={cohort.month}
                cohort={cohort}
                month={cohort.month ?? undefined}
                name={formatMonth(lang, cohort.month ?? "")}
                {...{ funnel, stages, open }}
              />
            ))}
            {funnel.earlier.entered.deals > 0 && (
              <CohortRow
                cohort={funnel.earlier}
                month="earlier"
                name={t("funnel.earlier")}
                {...{ funnel, stages, open }}
              />
            )}
          </tbody>
        </table>
      </div>
      {rows.some((cohort) => !cohort.mature) && (
        <p className={`faint ${classes.note}`}>
          <IconSeeding size={15} stroke={1.7} aria-hidden /> {t("funnel.youngSaid", { n: age })}
        </p>
      )}
    </section>
  );
}

function CohortRow({
  cohort,
  month,
  name,
  funnel,
  stages,
  open,
}: {
  cohort: FunnelCohort;
  month: string | undefined;
  name: string;
  funnel: Funnel;
  stages: FunnelStage[];
  open: Open;
}) {
  const { t, lang } = useT();
  const shares = sharesOf(cohort);
  const at = (number: FunnelNumber) => ({ ...number, ...(month ? { month } : {}) });
  const button = (deals: number, what: string, number: FunnelNumber) => (
    <DealsButton deals={deals} what={`${name} · ${what}`} number={at(number)} open={open} />
  );
  return (
    <tr>
      <th scope="row">
        {name}
        {month !== "earlier" && !cohort.mature && (
          <span
            className={`tag ${classes.young}`}
            title={t("funnel.youngWhy", { n: formatNumber(lang, funnel.age_days) })}
          >
            <IconSeeding size={13} stroke={1.7} aria-hidden />
            {t("funnel.young")}
          </span>
        )}
      </th>
      {stages.map((stage, step) => {
        const deals = step === 0 ? cohort.entered.deals : (cohort.steps[step - 1]?.deals ?? 0);
        if (step === 0)
          return (
            <td key={stage.key} className="right">
              {button(deals, stage.name, stage.number)}
            </td>
          );
        return (
          <ShareCell
            key={stage.key}
            share={shares[step] ?? null}
            unsure={cohort.confidence === "low"}
          >
            {button(deals, stage.name, stage.number)}
          </ShareCell>
        );
      })}
      <td className="right">{button(cohort.lost.deals, t("funnel.lost"), { became: "lost" })}</td>
      <td className="right">{button(cohort.open.deals, t("funnel.open"), { became: "open" })}</td>
    </tr>
  );
}

function ShareCell({
  share,
  unsure,
  children,
}: {
  share: number | null;
  unsure: boolean;
  children: React.ReactNode;
}) {
  const { t, lang } = useT();
  const shade =
    share === null || unsure
      ? undefined
      : {
          background: `color-mix(in srgb, var(--accent) ${Math.round(34 * share)}%, transparent)`,
        };
  return (
    <td className="right" style={shade}>
      {share === null ? (
        <span className="faint" title={t("funnel.tooFewWhy")}>
          –
        </span>
      ) : (
        <span
          className={unsure ? "faint num" : "num"}
          title={unsure ? t("funnel.fewGrey") : undefined}
        >
          {formatPercent(lang, share)}
        </span>
      )}
      <span className={classes.count}>{children}</span>
    </td>
  );
}

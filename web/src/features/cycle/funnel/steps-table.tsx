import { Trans } from "react-i18next";
import type { Funnel, FunnelNumber } from "@/api/cycle/funnel";
import { DealsButton } from "@/features/cycle/funnel/deals-button";
import classes from "@/features/cycle/funnel/funnel.module.css";
import { type FunnelStage, narrowest, sharesOf } from "@/features/cycle/funnel/funnel-words";
import { useT } from "@/i18n";
import { formatMoneyShort, formatNumber, formatPercent } from "@/lib/format";

type Open = (number: FunnelNumber) => Promise<void>;

// How far the deals came: a table with the funnel drawn in it, so that everyone reads the same.
export function StepsTable({
  funnel,
  stages,
  entered,
  open,
}: {
  funnel: Funnel;
  stages: FunnelStage[];
  entered: string;
  open: Open;
}) {
  const { t, lang } = useT();
  const age = formatNumber(lang, funnel.age_days);
  return (
    <section className="panel" aria-labelledby="how-far">
      <div className={classes.head}>
        <h2 className="section-title" id="how-far">
          {t("funnel.howFar")}
        </h2>
        <p className="faint">{t("funnel.howFarWhy", { n: age })}</p>
        <Words funnel={funnel} stages={stages} entered={entered} />
      </div>
      <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="how-far">
        <table className={`table ${classes.steps}`}>
          <thead>
            <tr>
              <th scope="col">{t("funnel.step")}</th>
              <th scope="col" className={classes.barHead}>
                <span className="sr-only">{t("funnel.ofEntered")}</span>
              </th>
              <th scope="col" className="right">
                {t("funnel.deals")}
              </th>
              <th scope="col" className="right">
                {t("funnel.amount")}
              </th>
              <th scope="col" className="right">
                {t("funnel.byDay", { n: age })}
              </th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage, at) => (
              <StepRow key={stage.key} funnel={funnel} stage={stage} at={at} open={open} />
            ))}
          </tbody>
        </table>
      </div>
      <Outcome funnel={funnel} open={open} />
    </section>
  );
}

function Words({
  funnel,
  stages,
  entered,
}: {
  funnel: Funnel;
  stages: FunnelStage[];
  entered: string;
}) {
  const { t, lang } = useT();
  const { all } = funnel;
  const leak = narrowest(sharesOf(all));
  const count = (n: number) => formatNumber(lang, n);
  const nameAt = (at: number) => (at === 0 ? entered : (stages[at]?.name ?? ""));
  return (
    <p className={classes.words}>
      <Trans
        i18nKey="funnel.said"
        values={{
          n: count(all.entered.deals),
          stage: entered,
          won: count(all.won.deals),
          lost: count(all.lost.deals),
          open: count(all.open.deals),
        }}
        components={{ b: <strong /> }}
      />
      {lang === "zh" ? "" : " "}
      {leak ? (
        <Trans
          i18nKey="funnel.leak"
          values={{
            before: nameAt(leak.at),
            after: nameAt(leak.at + 1),
            share: formatPercent(lang, leak.share),
            n: count(funnel.age_days),
          }}
          components={{ b: <strong /> }}
        />
      ) : (
        t("funnel.noLeak")
      )}
    </p>
  );
}

function StepRow({
  funnel,
  stage,
  at,
  open,
}: {
  funnel: Funnel;
  stage: FunnelStage;
  at: number;
  open: Open;
}) {
  const { t, lang } = useT();
  const { all } = funnel;
  const counted = at === 0 ? all.entered : all.steps[at - 1];
  const step = at === 0 ? undefined : all.steps[at - 1];
  if (!counted) return null;
  const width = (100 * counted.deals) / all.entered.deals;
  const unsure = all.confidence === "low";
  return (
    <tr data-won={stage.key === "won" || undefined}>
      <th scope="row">{stage.name}</th>
      <td className={classes.barCell} aria-hidden>
        <svg className={classes.bar} height="18">
          <rect x={`${(100 - width) / 2}%`} width={`${width}%`} height="18" rx="3" />
        </svg>
      </td>
      <td className="right">
        <DealsButton deals={counted.deals} what={stage.name} number={stage.number} open={open} />
      </td>
      <td className="right num">{counted.amount ? formatMoneyShort(lang, counted.amount) : "–"}</td>
      <td className="right num">
        {at === 0 ? (
          ""
        ) : step && step.by_age !== null ? (
          <span
            className={unsure ? "faint" : undefined}
            title={unsure ? t("funnel.fewGrey") : undefined}
          >
            {formatPercent(lang, step.by_age, 1)}
            <Interval ci95={step.by_age_ci95} />
          </span>
        ) : (
          <span className="faint" title={t("funnel.tooFewWhy")}>
            {t("funnel.tooFew")}
          </span>
        )}
      </td>
    </tr>
  );
}

function Interval({ ci95 }: { ci95: (number | null)[] }) {
  const { t, lang } = useT();
  const [low = null, high = null] = ci95;
  if (low === null || high === null) return null;
  const range = `${formatPercent(lang, low)}–${formatPercent(lang, high)}`;
  return (
    <small
      className={classes.interval}
      title={t("funnel.interval", {
        low: formatPercent(lang, low, 1),
        high: formatPercent(lang, high, 1),
      })}
    >
      {range}
    </small>
  );
}

function Outcome({ funnel, open }: { funnel: Funnel; open: Open }) {
  const { t, lang } = useT();
  const kinds = ["won", "lost", "open", "left"] as const;
  return (
    <dl className={classes.outcome} aria-label={t("funnel.outcome")}>
      {kinds
        .filter((kind) => kind !== "left" || funnel.all.left.deals > 0)
        .map((kind) => {
          const { deals, amount } = funnel.all[kind];
          return (
            <div key={kind} data-kind={kind}>
              <dt>{t(`funnel.${kind}`)}</dt>
              <dd>
                <DealsButton
                  deals={deals}
                  what={t(`funnel.${kind}`)}
                  number={{ became: kind }}
                  open={open}
                />{" "}
                {amount && <span className="faint num">{formatMoneyShort(lang, amount)}</span>}
              </dd>
            </div>
          );
        })}
    </dl>
  );
}

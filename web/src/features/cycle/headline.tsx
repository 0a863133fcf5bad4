import type { Cycle } from "@/api/cycle/cycle";
import { daysText } from "@/features/cycle/cycle-words";
import { Figure, Headline } from "@/components/headline";
import { useT } from "@/i18n";
import { formatNumber, formatPercent } from "@/lib/format";

// The four numbers, each with what it rests on.
export function CycleHeadline({ report }: { report: Cycle }) {
  const { t, lang } = useT();
  const { deals, cycle } = report;
  const count = (n: number) => formatNumber(lang, n);
  const days = (n: number | null) =>
    n === null ? t("cycle.notYetKnown") : t("cycle.days", { n: daysText(lang, n) });
  const [low = null, high = null] = cycle.to_close.ci95;
  return (
    <Headline>
      <Figure label={t("cycle.deals")} value={count(deals.total)}>
        {t("cycle.outcomes", {
          won: count(deals.won),
          lost: count(deals.lost),
          open: count(deals.open),
        })}
      </Figure>
      <Figure
        label={t("cycle.winRate")}
        value={report.win_rate === null ? null : formatPercent(lang, report.win_rate, 1)}
      >
        {t("cycle.winRateOf", { n: count(deals.won + deals.lost) })}
      </Figure>
      <Figure
        label={t("cycle.toClose")}
        value={cycle.to_close.median_days === null ? null : days(cycle.to_close.median_days)}
      >
        {cycle.to_close.median_days === null
          ? t("cycle.tooFew", { n: count(cycle.to_close.events) })
          : `${t("cycle.toCloseCi", { low: low === null ? days(null) : daysText(lang, low), high: days(high) })}${
              cycle.to_close.p80_days === null
                ? ""
                : ` · ${t("cycle.eightyClosed", { days: days(cycle.to_close.p80_days) })}`
            }`}
      </Figure>
      <Figure
        label={t("cycle.wonIn")}
        value={cycle.won_days.median === null ? null : days(cycle.won_days.median)}
      >
        {t("cycle.wonInOf", { n: count(cycle.won_days.n) })}
      </Figure>
    </Headline>
  );
}

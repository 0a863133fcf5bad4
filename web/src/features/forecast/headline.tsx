import type { Forecast } from "@/api/forecast/forecast";
import { Figure, Headline } from "@/components/headline";
import { useT } from "@/i18n";
import { formatMoneyShort, formatNumber, formatPercent } from "@/lib/format";

// The four numbers, each with what it rests on.
export function ForecastHeadline({ answer }: { answer: Forecast }) {
  const { t, lang } = useT();
  const { total, outlook, currency } = answer;
  const money = (minor: number) => formatMoneyShort(lang, { minor, currency });
  const count = (n: number) => formatNumber(lang, n);
  const { range } = outlook;
  return (
    <Headline>
      <Figure label={t("forecast.closed")} value={money(total.closed.minor)}>
        {t("forecast.dealsN", { n: count(total.closed.deals) })}
      </Figure>
      <Figure label={t("forecast.likely")} value={range ? money(range.middle) : null}>
        {range
          ? t("forecast.fourOfFive", { low: money(range.low80), high: money(range.high80) })
          : t("forecast.byProbability", {
              amount: money(total.closed.minor + total.by_probability),
            })}
      </Figure>
      <Figure label={t("forecast.commitAndBetter")} value={money(total.commit_and_better)}>
        {t("forecast.bestCaseAndBetterIs", { amount: money(total.best_case_and_better) })}
      </Figure>
      <Figure
        label={t("forecast.baseRate")}
        value={outlook.base_rate === null ? null : formatPercent(lang, outlook.base_rate)}
      >
        {t("forecast.baseRateWhy")}
      </Figure>
    </Headline>
  );
}

import type { Cycle } from "@/api/cycle/cycle";
import classes from "@/features/cycle/cycle.module.css";
import { useT } from "@/i18n";
import { formatNumber, formatPercent } from "@/lib/format";

// The charts in numbers.
export function OutcomeTable({ report }: { report: Cycle }) {
  const { t, lang } = useT();
  const share = (value: number | null) => (value === null ? "–" : formatPercent(lang, value, 1));
  return (
    <details className={classes.details}>
      <summary>{t("cycle.asTable")}</summary>
      <div className="panel table-wrap">
        <table className="table">
          <caption className="sr-only">{t("cycle.outcome")}</caption>
          <thead>
            <tr>
              <th scope="col" className="right">
                {t("cycle.day")}
              </th>
              <th scope="col" className="right">
                {t("cycle.won")}
              </th>
              <th scope="col" className="right">
                {t("cycle.lost")}
              </th>
              <th scope="col" className="right">
                {t("cycle.open")}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.cycle.outcome_by_day.map((row) => (
              <tr key={row.day}>
                <th scope="row" className="right num">
                  {formatNumber(lang, row.day)}
                </th>
                <td className="right num">{share(row.won)}</td>
                <td className="right num">{share(row.lost)}</td>
                <td className="right num">{share(row.open)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

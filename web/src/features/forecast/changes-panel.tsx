import { Link, useNavigate } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { type ForecastChanges, useForecastChanges } from "@/api/forecast/changes";
import { ErrorPanel } from "@/components/error-panel";
import classes from "@/features/forecast/changes-panel.module.css";
import { useT } from "@/i18n";
import { type ForecastFilters, forecastFiltersFrom } from "@/lib/forecast-filters";
import { formatDate, formatMoney, formatNumber } from "@/lib/format";

// What the open deals due in the period were worth then, what became of that, and what they are
// worth now: a waterfall that is a table.
export function ChangesPanel({ filters }: { filters: ForecastFilters }) {
  const { t } = useT();
  const navigate = useNavigate();
  const changes = useForecastChanges(filters);
  const answer = changes.data;
  return (
    <section className="panel" aria-labelledby="changes">
      <div className={`panel-head ${classes.head}`}>
        <h2 className="section-title" id="changes">
          {t("forecast.changes")}
        </h2>
        <label className={classes.since}>
          {t("forecast.since")}
          <input
            type="date"
            value={filters.since ?? answer?.since ?? ""}
            onChange={(event) =>
              void navigate({
                to: "/forecast",
                search: forecastFiltersFrom({ ...filters, since: event.target.value }),
                replace: true,
              })
            }
          />
        </label>
      </div>
      {changes.isError && !answer && (
        <ErrorPanel error={changes.error} onRetry={() => void changes.refetch()} />
      )}
      {answer && <Waterfall answer={answer} />}
    </section>
  );
}

interface Bar {
  key: string;
  from: number;
  to: number;
}

// Each change begins where the one before it ended.
function barsOf({ start_minor: start, end_minor: end, changes }: ForecastChanges): Bar[] {
  let at = start;
  const between = changes.map((change) => {
    const bar = { key: change.kind as string, from: at, to: at + change.minor };
    at = bar.to;
    return bar;
  });
  return [{ key: "start", from: 0, to: start }, ...between, { key: "end", from: 0, to: end }];
}

function Waterfall({ answer }: { answer: ForecastChanges }) {
  const { t, lang } = useT();
  const { currency, changes } = answer;
  const money = (minor: number) => formatMoney(lang, { minor, currency });
  const bars = barsOf(answer);
  const least = Math.min(0, ...bars.map((bar) => Math.min(bar.from, bar.to)));
  const most = Math.max(1, ...bars.map((bar) => Math.max(bar.from, bar.to)));
  const percent = (minor: number) => `${(100 * minor) / (most - least)}%`;
  const place = ({ from, to }: Bar): CSSProperties => ({
    insetInlineStart: percent(Math.min(from, to) - least),
    width: percent(Math.abs(to - from)),
  });
  const grew = answer.end_minor - answer.start_minor;
  return (
    <>
      <p className={`panel-body ${classes.words}`}>
        {t(grew === 0 ? "forecast.changesSame" : "forecast.changesSaid", {
          date: formatDate(lang, answer.since),
          start: money(answer.start_minor),
          end: money(answer.end_minor),
        })}
      </p>
      <div className="table-wrap" role="group" aria-labelledby="changes" tabIndex={0}>
        <table className={`table ${classes.flow}`}>
          <thead>
            <tr>
              <th scope="col">{t("forecast.what")}</th>
              <td className={classes.barCell} aria-hidden />
              <th scope="col" className="right">
                {t("forecast.deals")}
              </th>
              <th scope="col" className="right">
                {t("deal.amount")}
              </th>
            </tr>
          </thead>
          <tbody>
            {bars.map((bar) => {
              const change = changes.find((each) => each.kind === bar.key);
              return (
                <tr key={bar.key} data-of={change ? "change" : "level"}>
                  <th scope="row">
                    {change ? (
                      <Link to="/deals" search={{ ids: change.deal_ids.join(".") }}>
                        {t(`forecast.moves.${change.kind}`)}
                      </Link>
                    ) : (
                      t(bar.key === "start" ? "forecast.start" : "forecast.end")
                    )}
                  </th>
                  <td className={classes.barCell} aria-hidden>
                    <span className={classes.track}>
                      <i
                        data-of={!change ? "level" : change.minor < 0 ? "out" : "in"}
                        style={place(bar)}
                      />
                    </span>
                  </td>
                  <td className="right num">{change ? formatNumber(lang, change.deals) : ""}</td>
                  <td className="right num">
                    {change && change.minor > 0 ? "+" : ""}
                    {money(change ? change.minor : bar.to)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {answer.largest.length > 0 && <Largest answer={answer} />}
    </>
  );
}

function Largest({ answer }: { answer: ForecastChanges }) {
  const { t, lang } = useT();
  return (
    <details className={classes.details}>
      <summary>{t("forecast.largest")}</summary>
      <ul>
        {answer.largest.slice(0, 15).map((step) => (
          <li key={`${step.id}${step.kind}`}>
            <Link to="/deals/$dealId" params={{ dealId: step.id }}>
              {step.name}
            </Link>{" "}
            <span className="faint">
              {t(`forecast.moves.${step.kind}`)}{" "}
              {formatMoney(lang, { minor: step.minor, currency: answer.currency })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

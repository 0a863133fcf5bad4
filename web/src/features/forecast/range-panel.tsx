import type { CSSProperties } from "react";
import type { Forecast } from "@/api/forecast/forecast";
import classes from "@/features/forecast/forecast.module.css";
import { useT } from "@/i18n";
import { formatMoney, formatMoneyShort, formatNumber } from "@/lib/format";

const parts = ["closed", "open", "coming"] as const;

function partsOf({ total, outlook }: Forecast) {
  return {
    closed: total.closed.minor,
    open: total.weighted ?? 0,
    coming: outlook.not_yet_created?.minor ?? 0,
  };
}

// What is closed, what the open deals are worth and what has yet to begin, and how far it may
// reach: as a sentence, as bars, and as a table.
export function RangePanel({ answer }: { answer: Forecast }) {
  const { t } = useT();
  const { outlook } = answer;
  return (
    <section className="panel" aria-labelledby="range">
      <div className="panel-head">
        <h2 className="section-title" id="range">
          {t("forecast.lands")}
        </h2>
      </div>
      <div className="panel-body">
        {outlook.range && (
          <>
            <Words answer={answer} />
            <Bars answer={answer} />
          </>
        )}
        {outlook.notes.map((note) => (
          <p key={note} className="soft">
            {note}
          </p>
        ))}
        {outlook.range && <RangeTable answer={answer} />}
      </div>
    </section>
  );
}

function Words({ answer }: { answer: Forecast }) {
  const { t, lang } = useT();
  const { range, not_yet_created: coming } = answer.outlook;
  const money = (minor: number) => formatMoney(lang, { minor, currency: answer.currency });
  const { closed, open } = partsOf(answer);
  return (
    <p className={classes.words}>
      {t("forecast.rangeSaid", {
        low: money(range?.low80 ?? 0),
        high: money(range?.high80 ?? 0),
        closed: money(closed),
        open: money(open),
      })}{" "}
      {coming &&
        (coming.minor === null
          ? t("forecast.comingUnpriced", {
              n: formatNumber(lang, coming.won, 1),
              begun: formatNumber(lang, coming.begun_per_30_days, 1),
            })
          : t("forecast.comingSaid", {
              amount: money(coming.minor),
              n: formatNumber(lang, coming.won, 1),
              begun: formatNumber(lang, coming.begun_per_30_days, 1),
            }))}
    </p>
  );
}

function Bars({ answer }: { answer: Forecast }) {
  const { t, lang } = useT();
  const { range } = answer.outlook;
  if (!range) return null;
  const widths = partsOf(answer);
  const sum = widths.closed + widths.open + widths.coming;
  const most = Math.max(1, sum, range.high80) * 1.04;
  const percent = (minor: number) => `${(100 * minor) / most}%`;
  const between = (low: number, high: number): CSSProperties => ({
    insetInlineStart: percent(low),
    width: percent(high - low),
  });
  const short = (minor: number) => formatMoneyShort(lang, { minor, currency: answer.currency });
  return (
    <div
      className={classes.range}
      role="img"
      aria-label={t("forecast.rangeLabel", {
        low: short(range.low80),
        middle: short(range.middle),
        high: short(range.high80),
      })}
    >
      <div className={classes.bar}>
        {parts.map((part) => (
          <span key={part} data-of={part} style={{ width: percent(widths[part]) }} />
        ))}
      </div>
      <div className={classes.band}>
        <span data-of="wide" style={between(range.low80, range.high80)} />
        <span data-of="half" style={between(range.low50, range.high50)} />
        <i style={{ insetInlineStart: percent(range.middle) }} />
      </div>
      <p className={classes.keys} aria-hidden>
        {parts.map((part) => (
          <span key={part}>
            <i data-of={part} /> {t(`forecast.parts.${part}`)} {short(widths[part])}
          </span>
        ))}
        <span>
          <i data-of="half" /> {t("forecast.half")}
        </span>
        <span>
          <i data-of="wide" /> {t("forecast.wide")}
        </span>
      </p>
    </div>
  );
}

function RangeTable({ answer }: { answer: Forecast }) {
  const { t, lang } = useT();
  const { range } = answer.outlook;
  if (!range) return null;
  const money = (minor: number) => formatMoney(lang, { minor, currency: answer.currency });
  const widths = partsOf(answer);
  const rows: [string, string][] = [
    ...parts.map((part): [string, string] => [t(`forecast.parts.${part}`), money(widths[part])]),
    [t("forecast.middle"), money(range.middle)],
    [t("forecast.half"), `${money(range.low50)} – ${money(range.high50)}`],
    [t("forecast.wide"), `${money(range.low80)} – ${money(range.high80)}`],
  ];
  return (
    <details className={classes.details}>
      <summary>{t("cycle.asTable")}</summary>
      <table className="table">
        <caption className="sr-only">{t("forecast.lands")}</caption>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="right num">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { type Bottleneck, type Change, type Changes, useWhatIf } from "@/api/cycle/bottleneck";
import type { Shape } from "@/api/types";
import { daysText } from "@/features/cycle/cycle-words";
import classes from "@/features/cycle/worth.module.css";
import { useT } from "@/i18n";
import type { DealFilters } from "@/lib/deal-filters";
import { formatMoneyShort, formatNumber, formatPercent } from "@/lib/format";

// Two sliders a stage - how many it loses, how long it takes - and what would come of it.
export function WhatIf({
  filters,
  pipeline,
  answer,
}: {
  filters: DealFilters;
  pipeline: Shape<"Pipeline">;
  answer: Bottleneck;
}) {
  const { t, lang } = useT();
  const [changes, setChanges] = useState<Changes>({});
  const [asked] = useDebouncedValue(changes, 150);
  const change = (stage: number, part: Change) =>
    setChanges((before) => ({ ...before, [stage]: { ...before[stage], ...part } }));
  const tried = Object.keys(changes).length > 0;
  const movable = answer.stages.filter(
    (stage) => stage.lost_share.now > 0 || stage.days_on.now > 0,
  );
  if (movable.length === 0) return null;
  return (
    <details className={classes.whatIf}>
      <summary>{t("worth.whatIf")}</summary>
      <p className="soft">{t("worth.whatIfWhy")}</p>
      <div className={classes.sliders}>
        {movable.map(({ stage_id: id, lost_share: lost, days_on: days }) => {
          const name = pipeline.stages.find((stage) => stage.id === id)?.name[lang] ?? "";
          const lostNow = Math.round(100 * lost.now);
          const lostThen = changes[id]?.lostPercent ?? lostNow;
          const daysThen = changes[id]?.days ?? days.now;
          return (
            <fieldset key={id}>
              <legend>{name}</legend>
              <label>
                <span>{t("worth.lost")}</span>
                <input
                  type="range"
                  min={0}
                  max={lostNow}
                  step={1}
                  value={lostThen}
                  disabled={lostNow === 0}
                  aria-valuetext={`${lostThen}%`}
                  onChange={(event) => change(id, { lostPercent: Number(event.target.value) })}
                />
                <output className="num">{formatPercent(lang, lostThen / 100)}</output>
              </label>
              <label>
                <span>{t("worth.days")}</span>
                <input
                  type="range"
                  min={0}
                  max={100}
                  step={2}
                  value={days.now > 0 ? Math.round((100 * daysThen) / days.now) : 0}
                  disabled={days.now <= 0}
                  aria-valuetext={daysText(lang, daysThen)}
                  onChange={(event) =>
                    change(id, { days: Math.round(days.now * Number(event.target.value)) / 100 })
                  }
                />
                <output className="num">{daysText(lang, daysThen)}</output>
              </label>
            </fieldset>
          );
        })}
      </div>
      {tried && <Result filters={filters} changes={asked} value={answer.value} />}
      {tried && (
        <button type="button" className="button-plain" onClick={() => setChanges({})}>
          {t("worth.reset")}
        </button>
      )}
    </details>
  );
}

function Result({
  filters,
  changes,
  value,
}: {
  filters: DealFilters;
  changes: Changes;
  value: Bottleneck["value"];
}) {
  const { t, lang } = useT();
  const { data } = useWhatIf(filters, changes);
  if (!data?.found) return <p className="faint">{t("worth.searching")}</p>;
  const number = (n: number | null | undefined) => formatNumber(lang, n ?? 0, 1);
  const share = (n: number | null | undefined) => formatPercent(lang, n ?? 0, 1);
  const money = (deals: number | null | undefined) =>
    value
      ? formatMoneyShort(lang, { ...value, minor: Math.round(value.minor * (deals ?? 0)) })
      : "";
  return (
    <dl className={classes.result} aria-live="polite">
      <div>
        <dt>{t("worth.wonShare")}</dt>
        <dd>
          <span className="num">
            {share(data.won_now)} → <strong>{share(data.won_then)}</strong>
          </span>{" "}
          <span className="faint">
            {t("worth.between", {
              low: share(data.won_range?.low),
              high: share(data.won_range?.high),
            })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("worth.meanDays")}</dt>
        <dd>
          <span className="num">
            {number(data.days_now)} → <strong>{number(data.days_then)}</strong>
          </span>{" "}
          <span className="faint">
            {t("worth.between", {
              low: number(data.days_range?.low),
              high: number(data.days_range?.high),
            })}
          </span>
        </dd>
      </div>
      <div>
        <dt>{t("worth.gain")}</dt>
        <dd>
          <strong className="num">{number(data.gain)}</strong>{" "}
          <span className="faint">
            {t("worth.between", {
              low: number(data.gain_range?.low),
              high: number(data.gain_range?.high),
            })}
          </span>
          {value && (
            <span>
              {" "}
              · {money(data.gain)}{" "}
              <span className="faint">
                {t("worth.between", {
                  low: money(data.gain_range?.low),
                  high: money(data.gain_range?.high),
                })}
              </span>
            </span>
          )}
        </dd>
      </div>
    </dl>
  );
}

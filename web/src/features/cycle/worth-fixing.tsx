import { IconTargetArrow } from "@tabler/icons-react";
import { Trans } from "react-i18next";
import { type Bottleneck, type StageWorth, useBottleneck } from "@/api/cycle/bottleneck";
import type { Shape } from "@/api/types";
import { ErrorPanel } from "@/components/error-panel";
import { WhatIf } from "@/features/cycle/what-if";
import classes from "@/features/cycle/worth.module.css";
import { useT } from "@/i18n";
import type { DealFilters } from "@/lib/deal-filters";
import { formatMoneyShort, formatNumber, formatPercent } from "@/lib/format";

type Pipeline = Shape<"Pipeline">;

const nameOf = (pipeline: Pipeline, id: number, lang: "en" | "zh") =>
  pipeline.stages.find((stage) => stage.id === id)?.name[lang] ?? "";

// Which stage to fix, what that would bring, and how sure that is. Where the data do not tell, it
// says so.
export function WorthFixing({ filters, pipeline }: { filters: DealFilters; pipeline: Pipeline }) {
  const { t, lang } = useT();
  const bottleneck = useBottleneck(filters);
  const answer = bottleneck.data;
  return (
    <section className="panel" aria-labelledby="worth">
      <div className="panel-head">
        <IconTargetArrow size={17} stroke={1.7} className="tone-accent" aria-hidden />
        <h2 className="section-title" id="worth">
          {t("worth.title")}
        </h2>
      </div>
      {bottleneck.isError && !answer && (
        <ErrorPanel error={bottleneck.error} onRetry={() => void bottleneck.refetch()} />
      )}
      {!bottleneck.isError && !answer?.found && <Searching answer={answer} />}
      {answer?.found && (
        <div className="panel-body">
          <Verdict answer={answer} pipeline={pipeline} />
          <Table answer={answer} pipeline={pipeline} />
          <p className={`faint ${classes.small}`}>
            {t("worth.how", { n: formatNumber(lang, answer.deals) })}
          </p>
          <WhatIf filters={filters} pipeline={pipeline} answer={answer} />
        </div>
      )}
    </section>
  );
}

function Searching({ answer }: { answer: Bottleneck | undefined }) {
  const { t } = useT();
  return (
    <div className={`panel-body ${classes.searching}`} role="status">
      <label>
        <span className="soft">{t("worth.searching")}</span>
        <progress value={answer?.done ?? 0} max={answer?.of || 500} />
      </label>
    </div>
  );
}

// The smaller part of a gain is not the problem where it is less than this share.
const notMain = 0.25;

// "If Proposal lost 22% instead of 35%, as your better people do, …".
function Verdict({ answer, pipeline }: { answer: Bottleneck; pipeline: Pipeline }) {
  const { t, lang } = useT();
  const worst = answer.stages.find((stage) => stage.stage_id === answer.worst);
  if (!worst) return <p className={classes.verdict}>{t("worth.cannotTell")}</p>;
  const waits = worst.by_days > worst.by_conversion;
  const aim = waits ? worst.days_on : worst.lost_share;
  const write = (value: number) =>
    waits ? t("cycle.days", { n: formatNumber(lang, value, 1) }) : formatPercent(lang, value, 1);
  const deals = (value: number) => formatNumber(lang, value, 1);
  const past = aim.against === "past_periods";
  const key = waits
    ? past
      ? "worth.waitsPast"
      : "worth.waits"
    : past
      ? "worth.losesPast"
      : "worth.loses";
  return (
    <div className={classes.verdict}>
      <p>
        <Trans
          i18nKey={key}
          values={{
            stage: nameOf(pipeline, worst.stage_id, lang),
            now: write(aim.now),
            target: write(aim.target),
            gain: deals(worst.gain),
            low: deals(worst.range.low),
            high: deals(worst.range.high),
          }}
          components={{ b: <strong /> }}
        />
        {lang === "zh" ? "" : " "}
        {answer.value && (
          <Trans
            i18nKey="worth.money"
            values={{
              money: moneyOf(lang, answer.value, worst.gain),
              low: moneyOf(lang, answer.value, worst.range.low),
              high: moneyOf(lang, answer.value, worst.range.high),
            }}
            components={{ b: <strong /> }}
          />
        )}
      </p>
      <p className="soft">
        {waits
          ? t("worth.speedIsOnce", { n: deals(worst.pulled_forward_once) })
          : t("worth.arrivalLimited", {
              n: deals(worst.arrival_limited),
              low: deals(worst.arrival_limited_range.low),
              high: deals(worst.arrival_limited_range.high),
            })}
        {lang === "zh" ? "" : " "}
        {Math.min(worst.by_days, worst.by_conversion) < notMain * worst.gain &&
          t(waits ? "worth.lossesNotMain" : "worth.lengthNotMain")}
      </p>
    </div>
  );
}

const moneyOf = (lang: "en" | "zh", each: Shape<"Money">, deals: number) =>
  formatMoneyShort(lang, { ...each, minor: Math.round(each.minor * deals) });

function Table({ answer, pipeline }: { answer: Bottleneck; pipeline: Pipeline }) {
  const { t, lang } = useT();
  const most = Math.max(...answer.stages.map((stage) => stage.range.high), 0.001);
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="worth">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("cycle.stage")}</th>
            <th scope="col" className="right">
              {t("worth.lost")}
            </th>
            <th scope="col" className="right">
              {t("worth.days")}
            </th>
            <th scope="col">{t("worth.gain")}</th>
            <th scope="col" className="right">
              {t("worth.byConversion")}
            </th>
            <th scope="col" className="right">
              {t("worth.byDays")}
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.stages.map((stage) => (
            <tr key={stage.stage_id} data-worst={stage.stage_id === answer.worst || undefined}>
              <th scope="row">{nameOf(pipeline, stage.stage_id, lang)}</th>
              <td className="right num">
                <AimText aim={stage.lost_share} write={(value) => formatPercent(lang, value, 1)} />
              </td>
              <td className="right num">
                <AimText aim={stage.days_on} write={(value) => formatNumber(lang, value, 1)} />
              </td>
              <td>
                <GainBar stage={stage} most={most} />
              </td>
              <td className="right num">
                {stage.worth_it ? formatNumber(lang, stage.by_conversion, 1) : "–"}
              </td>
              <td className="right num">
                {stage.worth_it ? formatNumber(lang, stage.by_days, 1) : "–"}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function AimText({
  aim,
  write,
}: {
  aim: StageWorth["lost_share"];
  write: (value: number) => string;
}) {
  if (aim.against === "none" || aim.target >= aim.now) return <>{write(aim.now)}</>;
  return (
    <span className={classes.aim}>
      {write(aim.now)} → <strong>{write(aim.target)}</strong>
    </span>
  );
}

// The range as a bar, the gain as a line in it, and both in words.
function GainBar({ stage, most }: { stage: StageWorth; most: number }) {
  const { t, lang } = useT();
  if (!stage.worth_it) return <span className="faint">{t("worth.notFound")}</span>;
  const at = (value: number) => `${(100 * Math.max(0, value)) / most}%`;
  const text = (value: number) => formatNumber(lang, value, 1);
  return (
    <span className={classes.gain}>
      <span className={classes.track} aria-hidden>
        <i
          className={classes.range}
          style={{ left: at(stage.range.low), right: `calc(100% - ${at(stage.range.high)})` }}
        />
        <i className={classes.point} style={{ left: at(stage.gain) }} />
      </span>
      <span className="num">
        {t("worth.gainRange", {
          n: text(stage.gain),
          low: text(stage.range.low),
          high: text(stage.range.high),
        })}
      </span>
    </span>
  );
}

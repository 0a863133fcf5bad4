import { useState } from "react";
import { Trans } from "react-i18next";
import { type Flow, type FlowMove, type FlowPoint, flowDeals, useFlow } from "@/api/cycle/flow";
import { ErrorPanel } from "@/components/error-panel";
import { Picker } from "@/components/picker";
import flowClasses from "@/features/cycle/funnel/flow.module.css";
import classes from "@/features/cycle/funnel/funnel.module.css";
import { drawnOf, keyOf, movesBack } from "@/features/cycle/funnel/flow-words";
import { bandPath, layOut } from "@/features/cycle/funnel/sankey-layout";
import { useOpenListed } from "@/features/cycle/funnel/use-open-deals";
import { useT } from "@/i18n";
import type { DealFilters } from "@/lib/deal-filters";
import { formatMoneyShort, formatNumber, formatPercent } from "@/lib/format";

type Weight = "moves" | "amount";
type NameOf = (point: FlowPoint) => string;

// Where deals go from each stage, and where they come back to.
export function FlowPanel({ filters }: { filters: DealFilters }) {
  const { t, local } = useT();
  const [by, setBy] = useState<Weight>("moves");
  const query = useFlow(filters);
  const flow = query.data;
  const stageName = (id: number | null) => {
    const stage = flow?.stages.find((each) => each.stage_id === id);
    return stage ? local(stage.name) : "";
  };
  const nameOf: NameOf = ({ at, stage_id: id, again }) =>
    at !== "stage"
      ? t(`flow.${at}`)
      : again
        ? t("flow.again", { stage: stageName(id) })
        : stageName(id);
  return (
    <section className={`panel ${classes.below}`} aria-labelledby="flow">
      <div className={classes.head}>
        <div className={flowClasses.title}>
          <h2 className="section-title" id="flow">
            {t("flow.title")}
          </h2>
          {flow?.currency && (
            <Picker
              label={t("flow.width")}
              hideLabel
              value={by}
              options={[
                { value: "moves", label: t("flow.byMoves") },
                { value: "amount", label: t("flow.byAmount", { currency: flow.currency }) },
              ]}
              onChange={(chosen) => setBy(chosen === "amount" ? "amount" : "moves")}
            />
          )}
        </div>
        <p className="faint">{t("flow.why")}</p>
        {flow && !flow.note && <Words flow={flow} nameOf={nameOf} />}
        {flow?.note && <p>{flow.note}</p>}
      </div>
      {query.isError && !flow && (
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      )}
      {flow && !flow.note && (
        <>
          <Picture flow={flow} by={flow.currency ? by : "moves"} nameOf={nameOf} />
          <MovesBack flow={flow} nameOf={nameOf} filters={filters} />
          <details className={flowClasses.details}>
            <summary>{t("cycle.asTable")}</summary>
            <MovesTable
              moves={flow.moves}
              caption={t("flow.title")}
              nameOf={nameOf}
              filters={filters}
            />
          </details>
        </>
      )}
    </section>
  );
}

function Words({ flow, nameOf }: { flow: Flow; nameOf: NameOf }) {
  const { lang } = useT();
  const { conformance } = flow;
  const count = (n: number) => formatNumber(lang, n);
  const most = movesBack(flow)[0];
  return (
    <p className={classes.words}>
      <Trans
        i18nKey="flow.said"
        values={{
          allowed: formatPercent(lang, conformance.allowed / conformance.deals),
          n: count(conformance.deals),
          skipped: count(conformance.skipped),
          back: count(conformance.went_back),
          reopened: count(conformance.reopened),
        }}
        components={{ b: <strong /> }}
      />
      {lang === "zh" ? "" : " "}
      {most && (
        <Trans
          i18nKey="flow.mostBack"
          values={{ from: nameOf(most.from), to: nameOf(most.to), n: count(most.moves) }}
          components={{ b: <strong /> }}
        />
      )}
    </p>
  );
}

const size = { width: 980, height: 300, boxWidth: 12, gap: 22 };
const room = { top: 22, right: 74 };

// Days; where no stay was longer, colours would tell nothing.
const shortestTold = 0.1;

// The longer deals stayed before a move, the warmer its band.
const bandColor = (days: number | null, longest: number) =>
  days === null || longest === 0
    ? "var(--line-strong)"
    : `color-mix(in srgb, var(--warn) ${Math.round((100 * days) / longest)}%, var(--accent))`;

function Picture({ flow, by, nameOf }: { flow: Flow; by: Weight; nameOf: NameOf }) {
  const { t, lang } = useT();
  const { boxes, bands, onward } = drawnOf(flow, by);
  const laid = layOut(boxes, bands, size);
  const longest = Math.max(0, ...onward.map((move) => move.median_days ?? 0));
  const tells = longest >= shortestTold;
  const moveOf = new Map(onward.map((move) => [`${keyOf(move.from)}>${keyOf(move.to)}`, move]));
  const names = new Map(
    flow.points.map(({ point }) => [
      keyOf(point),
      point.again ? t("flow.againShort") : nameOf(point),
    ]),
  );
  for (const end of ["won", "open", "lost", "left"] as const) names.set(end, t(`flow.${end}`));
  const last = flow.stages.length;
  const bottom = Math.max(0, ...laid.boxes.map((box) => box.y + box.height));
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="flow">
      <svg
        className={flowClasses.picture}
        viewBox={`-4 ${-room.top} ${size.width + room.right} ${bottom + room.top + 8}`}
        role="img"
        aria-label={t("flow.pictureSaid")}
      >
        {laid.bands.map((band) => {
          const move = moveOf.get(`${band.from}>${band.to}`);
          return (
            <path
              key={`${band.from}>${band.to}`}
              d={bandPath(band)}
              className={flowClasses.band}
              stroke={bandColor(move?.median_days ?? null, tells ? longest : 0)}
              strokeWidth={band.thickness}
            >
              <title>{move ? moveSaid(move, nameOf, t, lang) : ""}</title>
            </path>
          );
        })}
        {laid.boxes.map((box) => (
          <g key={box.key}>
            <rect
              x={box.x}
              y={box.y}
              width={size.boxWidth}
              height={box.height}
              rx="2"
              className={flowClasses.box}
              data-end={box.column === last ? box.key : undefined}
            />
            <text
              x={box.column === last ? box.x + size.boxWidth + 5 : box.x}
              y={box.column === last ? box.y + Math.min(12, box.height / 2 + 4) : box.y - 6}
              className={flowClasses.label}
            >
              {names.get(box.key)}
            </text>
          </g>
        ))}
      </svg>
      {tells && (
        <p className={`faint ${flowClasses.legend}`} aria-hidden>
          <i /> {t("flow.legend", { days: formatNumber(lang, longest, longest < 10 ? 1 : 0) })}
        </p>
      )}
    </div>
  );
}

type Say = ReturnType<typeof useT>["t"];

function moveSaid(move: FlowMove, nameOf: NameOf, t: Say, lang: "en" | "zh"): string {
  const what = { from: nameOf(move.from), to: nameOf(move.to), n: formatNumber(lang, move.moves) };
  return move.median_days === null
    ? t("flow.moveSaid", what)
    : t("flow.moveSaidDays", {
        ...what,
        days: formatNumber(lang, move.median_days, move.median_days < 10 ? 1 : 0),
      });
}

function MovesBack({
  flow,
  nameOf,
  filters,
}: {
  flow: Flow;
  nameOf: NameOf;
  filters: DealFilters;
}) {
  const { t } = useT();
  const back = movesBack(flow);
  return (
    <div className={flowClasses.back}>
      <h3 className="eyebrow">{t("flow.back")}</h3>
      {back.length === 0 ? (
        <p className="faint">{t("flow.noneBack")}</p>
      ) : (
        <MovesTable moves={back} caption={t("flow.back")} nameOf={nameOf} filters={filters} />
      )}
    </div>
  );
}

function MovesTable({
  moves,
  caption,
  nameOf,
  filters,
}: {
  moves: FlowMove[];
  caption: string;
  nameOf: NameOf;
  filters: DealFilters;
}) {
  const { t, lang } = useT();
  const open = useOpenListed();
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label={caption}>
      <table className={`table ${flowClasses.moves}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("flow.from")}</th>
            <th scope="col">{t("flow.to")}</th>
            <th scope="col" className="right">
              {t("flow.moves")}
            </th>
            <th scope="col" className="right">
              {t("funnel.amount")}
            </th>
            <th scope="col" className="right">
              {t("flow.median")}
            </th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={`${keyOf(move.from)}>${keyOf(move.to)}`}>
              <td>{nameOf(move.from)}</td>
              <td>{nameOf(move.to)}</td>
              <td className="right">
                <button
                  type="button"
                  className="button-link num"
                  aria-label={moveSaid(move, nameOf, t, lang)}
                  onClick={() => void open(() => flowDeals(filters, move))}
                >
                  {formatNumber(lang, move.moves)}
                </button>
              </td>
              <td className="right num">
                {move.amount ? formatMoneyShort(lang, move.amount) : "–"}
              </td>
              <td className={`right num ${move.confidence === "fair" ? "" : "faint"}`}>
                {move.median_days === null
                  ? "–"
                  : t("cycle.days", {
                      n: formatNumber(lang, move.median_days, move.median_days < 10 ? 1 : 0),
                    })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

import { useState } from "react";
import { Trans } from "react-i18next";
import { type FunnelFilters, funnelDeals } from "@/api/cycle/funnel";
import { type Heat, type HeatField, useHeatMap } from "@/api/cycle/heat-map";
import { ErrorPanel } from "@/components/error-panel";
import { Picker } from "@/components/picker";
import classes from "@/features/cycle/funnel/funnel.module.css";
import heatClasses from "@/features/cycle/funnel/heat.module.css";
import { extremesOf, type HeatMeasure, shownOf } from "@/features/cycle/funnel/heat-words";
import { useOpenListed } from "@/features/cycle/funnel/use-open-deals";
import { useT } from "@/i18n";
import { formatMonth, formatNumber, formatPercent } from "@/lib/format";

// Stage by month: the darker, the longer deals stay, or the fewer go on.
export function HeatPanel({ filters }: { filters: FunnelFilters }) {
  const { t, lang } = useT();
  const [measure, setMeasure] = useState<HeatMeasure>("dwell");
  const query = useHeatMap(filters);
  const heat = query.data;
  return (
    <section className={`panel ${classes.below}`} aria-labelledby="heat">
      <div className={classes.head}>
        <div className={heatClasses.title}>
          <h2 className="section-title" id="heat">
            {t("heat.title")}
          </h2>
          <Picker
            label={t("heat.measure")}
            hideLabel
            value={measure}
            options={[
              { value: "dwell", label: t("heat.dwell") },
              {
                value: "went_on",
                label: t("heat.wentOn", { n: formatNumber(lang, heat?.age_days ?? 0) }),
              },
            ]}
            onChange={(chosen) => setMeasure(chosen === "went_on" ? "went_on" : "dwell")}
          />
        </div>
        <p className="faint">{t(measure === "dwell" ? "heat.whyDwell" : "heat.whyWentOn")}</p>
        {heat && <p className={classes.words}>{heat.note ?? <Words {...{ heat, measure }} />}</p>}
      </div>
      {query.isError && !heat && (
        <ErrorPanel error={query.error} onRetry={() => void query.refetch()} />
      )}
      {heat && !heat.note && <HeatTable heat={heat} measure={measure} filters={filters} />}
    </section>
  );
}

function Words({ heat, measure }: { heat: Heat; measure: HeatMeasure }) {
  const { t, lang, local } = useT();
  const found = extremesOf(heat, measure);
  if (!found) return <>{t("heat.cannotTell")}</>;
  return (
    <Trans
      i18nKey={measure === "dwell" ? "heat.saidDwell" : "heat.saidWentOn"}
      values={{
        stage: local(found.stage.name),
        month: formatMonth(lang, found.month),
        value: written(lang, t, measure, found.value),
      }}
      components={{ b: <strong /> }}
    />
  );
}

const written = (
  lang: "en" | "zh",
  t: ReturnType<typeof useT>["t"],
  measure: HeatMeasure,
  value: number,
) =>
  measure === "dwell"
    ? t("cycle.days", { n: formatNumber(lang, value, value < 10 ? 1 : 0) })
    : formatPercent(lang, value);

function HeatTable({
  heat,
  measure,
  filters,
}: {
  heat: Heat;
  measure: HeatMeasure;
  filters: FunnelFilters;
}) {
  const { t, lang, local } = useT();
  const open = useOpenListed();
  const values = heat.stages.flatMap((stage) =>
    stage.months.map((field) => shownOf(field, measure)?.value ?? 0),
  );
  const most = Math.max(...values, 0.001);
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="heat">
      <table className={`table ${heatClasses.map}`}>
        <thead>
          <tr>
            <th scope="col">{t("cycle.stage")}</th>
            {heat.months.map((month) => (
              <th scope="col" className="right" key={month}>
                {formatMonth(lang, month)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {heat.stages.map((stage) => (
            <tr key={stage.stage_id}>
              <th scope="row">{local(stage.name)}</th>
              {stage.months.map((field, at) => (
                <Field
                  key={heat.months[at]}
                  {...{ field, measure, most }}
                  what={`${local(stage.name)} · ${formatMonth(lang, heat.months[at] ?? "")}`}
                  open={() =>
                    void open(() =>
                      funnelDeals(
                        { ...filters, stage: stage.stage_id },
                        { month: heat.months[at] ?? "", became: "entered" },
                      ),
                    )
                  }
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Field({
  field,
  measure,
  most,
  what,
  open,
}: {
  field: HeatField;
  measure: HeatMeasure;
  most: number;
  what: string;
  open: () => void;
}) {
  const { t, lang } = useT();
  if (field.entered === 0 && field.visits === 0) return <td />;
  const shown = shownOf(field, measure);
  const depth = shown ? (measure === "dwell" ? shown.value / most : 1 - shown.value) : 0;
  const tone = measure === "dwell" ? "var(--warn)" : "var(--bad)";
  const shade =
    shown?.sure === true
      ? { background: `color-mix(in srgb, ${tone} ${Math.round(32 * depth)}%, transparent)` }
      : undefined;
  const count = formatNumber(lang, field.entered);
  return (
    <td className="right" style={shade}>
      {shown ? (
        <span
          className={shown.sure ? "num" : "num faint"}
          title={shown.sure ? undefined : t("funnel.fewGrey")}
        >
          {written(lang, t, measure, shown.value)}
        </span>
      ) : (
        <span className="faint" title={t("funnel.tooFewWhy")}>
          –
        </span>
      )}
      <span className={classes.count}>
        <button
          type="button"
          className="button-link num"
          aria-label={t("funnel.openDeals", { n: count, what })}
          onClick={open}
        >
          {count}
        </button>
      </span>
    </td>
  );
}

import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Forecast, ForecastFigures } from "@/api/forecast/forecast";
import type { TargetOf } from "@/api/forecast/targets";
import { useMay } from "@/api/team/me";
import classes from "@/features/forecast/forecast.module.css";
import { TargetForm } from "@/features/forecast/target-form";
import { useT } from "@/i18n";
import type { ForecastFilters } from "@/lib/forecast-filters";
import { formatMoney, formatNumber } from "@/lib/format";

const categories = ["closed", "commit", "best_case", "pipeline", "omitted"] as const;
type Category = (typeof categories)[number];
type Counting = "each" | "andBetter";

// A category alone, or together with the surer ones.
function amountOf(figures: ForecastFigures, category: Category, counting: Counting): number {
  if (counting === "each") return figures[category].minor;
  switch (category) {
    case "commit":
      return figures.commit_and_better;
    case "best_case":
      return figures.best_case_and_better;
    case "pipeline":
      return figures.pipeline_and_better;
    default:
      return figures[category].minor;
  }
}

export function CategoryTable({ answer, filters }: { answer: Forecast; filters: ForecastFilters }) {
  const { t, lang } = useT();
  const [by, setBy] = useState<"owner" | "team">("owner");
  const [counting, setCounting] = useState<Counting>("each");
  const due = { status: "open" as const, close_from: answer.first, close_to: answer.last };
  const whose = { pipeline: filters.pipeline, owner: filters.owner, team: filters.team };
  const maySet = useMay("deals.assign") && filters.pipeline === undefined;
  const [aimed, setAimed] = useState<{ of: TargetOf; name: string }>();
  const row = (
    key: string | number,
    name: ReactNode,
    figures: ForecastFigures,
    target?: { of: TargetOf; name: string },
  ) => (
    <Row
      key={key}
      name={name}
      figures={figures}
      currency={answer.currency}
      counting={counting}
      onTarget={target && maySet ? () => setAimed(target) : undefined}
      whose={target?.name}
    />
  );
  return (
    <section className="panel" aria-labelledby="categories">
      <div className={`panel-head ${classes.tableHead}`}>
        <h2 className="section-title" id="categories">
          {t("forecast.categories")}
        </h2>
        <Choice
          label={t("forecast.rows")}
          value={by}
          options={{ owner: t("forecast.byOwner"), team: t("forecast.byTeam") }}
          onChange={setBy}
        />
        <Choice
          label={t("forecast.counting")}
          value={counting}
          options={{ each: t("forecast.each"), andBetter: t("forecast.andBetter") }}
          onChange={setCounting}
        />
      </div>
      <div className="table-wrap" role="group" aria-labelledby="categories" tabIndex={0}>
        <table className={`table ${classes.categories}`}>
          <thead>
            <tr>
              <th scope="col">{by === "owner" ? t("deal.owner") : t("filters.team")}</th>
              {categories.map((category) => (
                <th key={category} scope="col" className="right">
                  {t(`forecast.category.${category}`)}
                </th>
              ))}
              <th scope="col" className="right" title={t("forecast.weightedWhy")}>
                {t("forecast.weighted")}
              </th>
              <th scope="col" className="right">
                {t("forecast.target")}
              </th>
              <th scope="col" className="right" title={t("forecast.coverageWhy")}>
                {t("forecast.coverage")}
              </th>
            </tr>
          </thead>
          <tbody>
            {by === "owner"
              ? answer.owners.map((owner) =>
                  row(
                    owner.owner_id,
                    <Link to="/deals" search={{ ...whose, ...due, owner: owner.owner_id }}>
                      {owner.name}
                    </Link>,
                    owner,
                    { of: { owner: owner.owner_id }, name: owner.name },
                  ),
                )
              : answer.teams.map((team) =>
                  row(
                    team.team_id ?? 0,
                    team.team_id === null ? (
                      t("forecast.noTeam")
                    ) : (
                      <Link to="/deals" search={{ ...whose, ...due, team: team.team_id }}>
                        {team.name}
                      </Link>
                    ),
                    team,
                    team.team_id === null
                      ? undefined
                      : { of: { team: team.team_id }, name: team.name },
                  ),
                )}
          </tbody>
          <tfoot>
            {row(
              "total",
              <Link to="/deals" search={{ ...whose, ...due }}>
                {t("forecast.total")}
              </Link>,
              answer.total,
            )}
          </tfoot>
        </table>
      </div>
      {aimed && (
        <TargetForm
          period={answer.period}
          of={aimed.of}
          name={aimed.name}
          currency={answer.currency}
          onClose={() => setAimed(undefined)}
        />
      )}
      {by === "owner" && answer.owners_left_out > 0 && (
        <p className="panel-body faint">
          {t("forecast.leftOut", { n: formatNumber(lang, answer.owners_left_out) })}
        </p>
      )}
    </section>
  );
}

function Row({
  name,
  figures,
  currency,
  counting,
  onTarget,
  whose,
}: {
  name: ReactNode;
  figures: ForecastFigures;
  currency: string;
  counting: Counting;
  onTarget?: (() => void) | undefined;
  whose?: string | undefined;
}) {
  const { t, lang } = useT();
  const money = (minor: number) => formatMoney(lang, { minor, currency });
  return (
    <tr>
      <th scope="row">{name}</th>
      {categories.map((category) => (
        <td
          key={category}
          className="right num"
          title={t("forecast.dealsN", { n: formatNumber(lang, figures[category].deals) })}
        >
          {figures[category].deals === 0 && counting === "each" ? (
            <span className="faint">–</span>
          ) : (
            money(amountOf(figures, category, counting))
          )}
        </td>
      ))}
      <td className="right num">{figures.weighted === null ? "–" : money(figures.weighted)}</td>
      <td className="right num">
        {onTarget ? (
          <button
            type="button"
            className={classes.target}
            aria-label={`${t("forecast.targetOf", { name: whose ?? "" })}: ${
              figures.target === null ? t("common.notSet") : money(figures.target)
            }`}
            onClick={onTarget}
          >
            {figures.target === null ? t("forecast.setTarget") : money(figures.target)}
          </button>
        ) : figures.target === null ? (
          "–"
        ) : (
          money(figures.target)
        )}
      </td>
      <td className="right num">
        {figures.target_reached
          ? t("forecast.reached")
          : figures.coverage === null
            ? "–"
            : t("forecast.times", { n: formatNumber(lang, figures.coverage, 1) })}
      </td>
    </tr>
  );
}

function Choice<T extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: T;
  options: Record<T, string>;
  onChange: (value: T) => void;
}) {
  return (
    <div className={classes.choice} role="group" aria-label={label}>
      {(Object.entries(options) as [T, string][]).map(([key, text]) => (
        <button key={key} type="button" aria-pressed={key === value} onClick={() => onChange(key)}>
          {text}
        </button>
      ))}
    </div>
  );
}

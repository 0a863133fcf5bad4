import { IconTargetArrow } from "@tabler/icons-react";
import { Link, useSearch } from "@tanstack/react-router";
import { type Forecast, useForecast } from "@/api/forecast/forecast";
import { BeginHere } from "@/components/begin-here";
import { ErrorPanel } from "@/components/error-panel";
import { PageSkeleton } from "@/components/skeleton";
import { CategoryTable } from "@/features/forecast/category-table";
import { ChangesPanel } from "@/features/forecast/changes-panel";
import { FilterBar } from "@/features/forecast/forecast-filters";
import classes from "@/features/forecast/forecast.module.css";
import { ForecastHeadline } from "@/features/forecast/headline";
import { RangePanel } from "@/features/forecast/range-panel";
import { SubmissionsPanel } from "@/features/forecast/submissions-panel";
import { useT } from "@/i18n";
import { type ForecastFilters, forecastFiltersFrom } from "@/lib/forecast-filters";
import { addDays, formatDate, formatMoney, formatNumber } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";

export function ForecastPage() {
  const { t, lang } = useT();
  usePageTitle(t("forecast.title"));
  const filters = forecastFiltersFrom(useSearch({ strict: false }));
  const forecast = useForecast(filters);
  const answer = forecast.data;
  return (
    <div className={`page ${classes.page}`}>
      <div className={classes.head}>
        <h1 className="page-title">
          {t("forecast.title")}{" "}
          {answer && (
            <span className={classes.asOf}>
              {`${formatDate(lang, answer.first)} – ${formatDate(lang, answer.last)}`}
            </span>
          )}
        </h1>
        <FilterBar filters={filters} />
      </div>
      {forecast.isPending && <PageSkeleton />}
      {forecast.isError && !answer && (
        <ErrorPanel error={forecast.error} onRetry={() => void forecast.refetch()} />
      )}
      {answer && <Report answer={answer} filters={filters} />}
    </div>
  );
}

const isEmpty = ({ total, outlook, overdue, undated, other_currencies: others }: Forecast) =>
  total.closed.deals + total.commit.deals + total.best_case.deals + total.pipeline.deals === 0 &&
  total.omitted.deals + outlook.told + outlook.untold.deals + overdue.deals + undated === 0 &&
  others.length === 0;

function Report({ answer, filters }: { answer: Forecast; filters: ForecastFilters }) {
  const { t } = useT();
  if (isEmpty(answer))
    return (
      <div className="centered-page">
        <IconTargetArrow size={36} stroke={1.3} className="tone-accent" aria-hidden />
        <h2 className="page-title">{t("forecast.empty")}</h2>
        <p className="soft">{t("forecast.emptyWhy")}</p>
        <BeginHere create="create-deal" label={t("board.firstDeal")} />
      </div>
    );
  return (
    <>
      <ForecastHeadline answer={answer} />
      <RangePanel answer={answer} />
      <CategoryTable answer={answer} filters={filters} />
      <ChangesPanel filters={filters} />
      <SubmissionsPanel answer={answer} />
      <Apart answer={answer} filters={filters} />
    </>
  );
}

// What is in no figure of the period, and where to find it.
function Apart({ answer, filters }: { answer: Forecast; filters: ForecastFilters }) {
  const { t, lang } = useT();
  const { overdue, undated, other_currencies: others, currency } = answer;
  if (overdue.deals + undated + others.length === 0) return null;
  const whose = { pipeline: filters.pipeline, owner: filters.owner, team: filters.team };
  return (
    <section className={`panel ${classes.apart}`} aria-labelledby="apart">
      <div className="panel-head">
        <h2 className="section-title" id="apart">
          {t("forecast.apart")}
        </h2>
      </div>
      <ul>
        {overdue.deals > 0 && (
          <li>
            <Link
              to="/deals"
              search={{ ...whose, status: "open", close_to: addDays(answer.first, -1) }}
            >
              {t("forecast.overdue", {
                n: formatNumber(lang, overdue.deals),
                amount: formatMoney(lang, { minor: overdue.minor, currency }),
              })}
            </Link>
          </li>
        )}
        {undated > 0 && <li>{t("forecast.undated", { n: formatNumber(lang, undated) })}</li>}
        {others.map((other) => (
          <li key={other.currency}>
            <Link to="/forecast" search={{ ...filters, currency: other.currency }}>
              {t("forecast.otherCurrency", {
                n: formatNumber(lang, other.deals),
                currency: other.currency,
              })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

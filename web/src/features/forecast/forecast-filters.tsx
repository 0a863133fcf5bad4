import { useNavigate } from "@tanstack/react-router";
import { usePipelines } from "@/api/pipeline/pipelines";
import { useTeams } from "@/api/team/teams";
import { useUsers } from "@/api/team/users";
import { Picker } from "@/components/picker";
import classes from "@/features/forecast/forecast.module.css";
import { periodName } from "@/features/forecast/forecast-words";
import { useT } from "@/i18n";
import {
  type ForecastFilters,
  forecastFiltersFrom,
  monthOf,
  quarterOf,
  shiftPeriod,
} from "@/lib/forecast-filters";
import { today } from "@/lib/format";

const around = [-1, 0, 1, 2];

function periodsToChoose(chosen: string): string[] {
  const quarter = quarterOf(today());
  const month = monthOf(today());
  const near = [
    ...around.map((by) => shiftPeriod(quarter, by)),
    ...around.map((by) => shiftPeriod(month, by)),
  ];
  // A link may ask for another period; the picker then says which.
  return near.includes(chosen) ? near : [chosen, ...near];
}

export function FilterBar({ filters }: { filters: ForecastFilters }) {
  const { t, lang, local } = useT();
  const navigate = useNavigate();
  const pipelines = usePipelines();
  const users = useUsers();
  const teams = useTeams();
  const change = (changed: object) =>
    void navigate({
      to: "/forecast",
      search: forecastFiltersFrom({ ...filters, ...changed }),
      replace: true,
    });
  const number = (text: string | null) => (text ? Number(text) : undefined);
  const text = (id: number | undefined) => (id === undefined ? null : String(id));
  const period = filters.period ?? quarterOf(today());
  return (
    <div className={classes.filters} role="search">
      <Picker
        label={t("forecast.period")}
        hideLabel
        value={period}
        options={periodsToChoose(period).map((key) => ({
          value: key,
          label: periodName(t, lang, key),
        }))}
        onChange={(chosen) => change({ period: chosen ?? undefined })}
      />
      {pipelines.length > 1 && (
        <Picker
          label={t("filters.pipeline")}
          hideLabel
          empty={t("forecast.everyPipeline")}
          value={text(filters.pipeline)}
          options={pipelines.map((each) => ({ value: String(each.id), label: local(each.name) }))}
          onChange={(id) => change({ pipeline: number(id) })}
        />
      )}
      {teams.length > 0 && (
        <Picker
          label={t("filters.team")}
          hideLabel
          empty={t("filters.everyTeam")}
          value={text(filters.team)}
          options={teams.map((team) => ({ value: String(team.id), label: team.name }))}
          onChange={(id) => change({ team: number(id) })}
        />
      )}
      {users.length > 1 && (
        <Picker
          label={t("filters.owner")}
          hideLabel
          empty={t("filters.everyOwner")}
          value={text(filters.owner)}
          options={users.map((user) => ({ value: String(user.id), label: user.name }))}
          onChange={(id) => change({ owner: number(id) })}
        />
      )}
    </div>
  );
}

import { useProducts } from "@/api/accounts/products";
import { usePipelines } from "@/api/pipeline/pipelines";
import { useTeams } from "@/api/team/teams";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/cycle/cycle.module.css";
import { type Lang, useT } from "@/i18n";
import type { DealFilters } from "@/lib/deal-filters";
import { formatDate, today } from "@/lib/format";

const periods = { m3: 3, m6: 6, m12: 12 } as const;
const presets = ["m3", "m6", "m12"] as const;

const ownPeriod = (lang: Lang, { from, to }: DealFilters) => ({
  value: "own",
  label: `${from ? formatDate(lang, from) : "…"} – ${to ? formatDate(lang, to) : "…"}`,
});

export function monthsBack(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 - months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
}

export function CycleFilters({
  filters,
  pipeline,
  change,
}: {
  filters: DealFilters;
  pipeline: Shape<"Pipeline">;
  change: (changed: object) => void;
}) {
  const { t, lang, local } = useT();
  const pipelines = usePipelines();
  const users = useUsers();
  const teams = useTeams();
  const products = useProducts();
  const number = (text: string | null) => (text ? Number(text) : undefined);
  const named = (items: { id: number; name: string }[]) =>
    items.map((item) => ({ value: String(item.id), label: item.name }));
  const text = (id: number | undefined) => (id === undefined ? null : String(id));
  const period = presets.find((each) => filters.from === monthsBack(today(), periods[each]));
  // A link may ask for another time than the presets do; the picker then says which.
  const others = !period && (filters.from || filters.to) ? [ownPeriod(lang, filters)] : [];
  return (
    <div className={classes.filters} role="search">
      {pipelines.length > 1 && (
        <Picker
          label={t("filters.pipeline")}
          hideLabel
          value={String(pipeline.id)}
          options={pipelines.map((each) => ({ value: String(each.id), label: local(each.name) }))}
          onChange={(id) => change({ pipeline: number(id), source: undefined, stage: undefined })}
        />
      )}
      <Picker
        label={`${t("cycle.period")} (${t("cycle.periodWhy")})`}
        hideLabel
        empty={t("cycle.periods.all")}
        value={period ?? others[0]?.value}
        options={[
          ...others,
          ...presets.map((each) => ({ value: each, label: t(`cycle.periods.${each}`) })),
        ]}
        onChange={(chosen) => {
          const preset = presets.find((each) => each === chosen);
          change({ from: preset && monthsBack(today(), periods[preset]), to: undefined });
        }}
      />
      {users.length > 1 && (
        <Picker
          label={t("filters.owner")}
          hideLabel
          empty={t("filters.everyOwner")}
          value={text(filters.owner)}
          options={named(users)}
          onChange={(id) => change({ owner: number(id) })}
        />
      )}
      {teams.length > 0 && (
        <Picker
          label={t("filters.team")}
          hideLabel
          empty={t("filters.everyTeam")}
          value={text(filters.team)}
          options={named(teams)}
          onChange={(id) => change({ team: number(id) })}
        />
      )}
      <Picker
        label={t("filters.source")}
        hideLabel
        empty={t("filters.everySource")}
        value={filters.source}
        options={pipeline.sources.map((each) => ({ value: each.key, label: local(each.label) }))}
        onChange={(source) => change({ source: source ?? undefined })}
      />
      {products.length > 0 && (
        <Picker
          label={t("filters.product")}
          hideLabel
          empty={t("filters.everyProduct")}
          value={text(filters.product)}
          options={named(products)}
          onChange={(id) => change({ product: number(id) })}
        />
      )}
    </div>
  );
}

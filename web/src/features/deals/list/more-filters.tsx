import { IconAlarm, IconCircleDashed, IconX } from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/deals/list/deals-page.module.css";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { statuses } from "@/lib/deal-filters";

export function MoreFilters({ pipeline }: { pipeline: Shape<"Pipeline"> }) {
  const { t, local } = useT();
  const [filters, change] = useDealFilters();
  const flag = (name: "over_standard" | "no_next_step") => ({
    type: "button" as const,
    className: classes.flag,
    "aria-pressed": filters[name] ?? false,
    onClick: () => change({ [name]: filters[name] ? undefined : true }),
  });
  return (
    <div className={classes.filters}>
      <Picker
        label={t("filters.stage")}
        hideLabel
        empty={t("filters.everyStage")}
        value={filters.stage ? String(filters.stage) : null}
        options={pipeline.stages.map((stage) => ({
          value: String(stage.id),
          label: local(stage.name),
        }))}
        onChange={(id) => change({ stage: id ? Number(id) : undefined })}
      />
      <Picker
        label={t("filters.status")}
        hideLabel
        empty={t("filters.everyStatus")}
        value={filters.status}
        options={statuses.map((status) => ({ value: status, label: t(`deal.statuses.${status}`) }))}
        onChange={(chosen) => change({ status: statuses.find((each) => each === chosen) })}
      />
      <button {...flag("over_standard")}>
        <IconAlarm size={15} stroke={1.8} aria-hidden />
        {t("filters.overStandard")}
      </button>
      <button {...flag("no_next_step")}>
        <IconCircleDashed size={15} stroke={1.8} aria-hidden />
        {t("filters.noNextStep")}
      </button>
      <label className={classes.date}>
        {t("filters.closeFrom")}
        <input
          type="date"
          value={filters.close_from ?? ""}
          onChange={(event) => change({ close_from: event.target.value || undefined })}
        />
      </label>
      <label className={classes.date}>
        {t("filters.closeTo")}
        <input
          type="date"
          value={filters.close_to ?? ""}
          onChange={(event) => change({ close_to: event.target.value || undefined })}
        />
      </label>
      {filters.account !== undefined && (
        <button
          type="button"
          className={classes.flag}
          aria-pressed
          onClick={() => change({ account: undefined })}
        >
          {t("filters.account", { name: `#${filters.account}` })}
          <IconX size={14} aria-label={t("filters.clear")} />
        </button>
      )}
    </div>
  );
}

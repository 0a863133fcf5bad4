import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/deals/list/deals-page.module.css";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { concerns, statuses } from "@/lib/deal-filters";

export function MoreFilters({
  pipeline,
  children,
}: {
  pipeline: Shape<"Pipeline">;
  children: ReactNode;
}) {
  const { t, local } = useT();
  const [filters, change] = useDealFilters();
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
      <Picker
        label={t("filters.concern")}
        hideLabel
        empty={t("filters.everyConcern")}
        value={filters.concern}
        options={concerns.map((concern) => ({ value: concern, label: t(`concern.${concern}`) }))}
        onChange={(chosen) => change({ concern: concerns.find((each) => each === chosen) })}
      />
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
      {children}
    </div>
  );
}

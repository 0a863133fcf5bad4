import { IconPencil, IconX } from "@tabler/icons-react";
import { useState } from "react";
import type { Shape } from "@/api/types";
import { BulkDialog } from "@/features/deals/list/bulk/bulk-dialog";
import type { Selection } from "@/features/deals/list/bulk/use-selection";
import classes from "@/features/deals/list/bulk/bulk.module.css";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";

// What is selected, and what can be done to all of it.
export function BulkBar({
  selection,
  pipeline,
  matching,
}: {
  selection: Selection;
  pipeline: Shape<"Pipeline">;
  // The query of the list, for all that it shows.
  matching: Record<string, string>;
}) {
  const { t, lang } = useT();
  const [open, setOpen] = useState(false);
  if (!selection.all && selection.ids.size === 0) return null;
  return (
    <div className={classes.bar} role="region" aria-label={t("bulk.selection")}>
      <span role="status">
        {selection.all
          ? t("bulk.allSelected")
          : t("bulk.selected", {
              count: selection.ids.size,
              shown: formatNumber(lang, selection.ids.size),
            })}
      </span>
      {!selection.all && (
        <button type="button" className="button-link" onClick={selection.takeAll}>
          {t("bulk.takeAll")}
        </button>
      )}
      <button type="button" className="button-primary" onClick={() => setOpen(true)}>
        <IconPencil size={16} aria-hidden />
        {t("bulk.edit")}
      </button>
      <button type="button" className="button-link" onClick={selection.clear}>
        <IconX size={15} aria-hidden /> {t("bulk.clear")}
      </button>
      {open && (
        <BulkDialog
          which={selection.all ? { matching, ids: [] } : { ids: [...selection.ids], matching: {} }}
          pipeline={pipeline}
          onClose={() => setOpen(false)}
          onDone={() => {
            setOpen(false);
            selection.clear();
          }}
        />
      )}
    </div>
  );
}

import { IconArrowDown, IconArrowUp } from "@tabler/icons-react";
import { useRecordFilters } from "@/features/accounts/lists/use-record-filters";
import { useT } from "@/i18n";

// The head of a column; one that sorts is a button.
export function RecordHead({ label, sort }: { label: string; sort: string | null }) {
  const { t } = useT();
  const [filters, change] = useRecordFilters();
  if (!sort) return <th scope="col">{label}</th>;
  const current = filters.sort ?? "name";
  const down = current === `-${sort}`;
  const up = current === sort;
  return (
    <th scope="col" aria-sort={down ? "descending" : up ? "ascending" : "none"}>
      <button
        type="button"
        className="table-sort"
        aria-label={t("list.sortBy", { column: label })}
        onClick={() => change({ sort: up ? `-${sort}` : sort })}
      >
        {label}
        {down && <IconArrowDown size={13} aria-hidden />}
        {up && <IconArrowUp size={13} aria-hidden />}
      </button>
    </th>
  );
}

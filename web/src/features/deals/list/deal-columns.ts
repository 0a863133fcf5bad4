import { useT } from "@/i18n";
import { dealColumns } from "@/lib/deal-filters";
import { columnNames, type CustomColumn } from "@/lib/kept-list";

export type DealColumn = (typeof dealColumns)[number];
export type ListColumn = DealColumn | CustomColumn;

// Those of the list by itself.
export const columnsByItself: readonly DealColumn[] = [
  "name",
  "stage",
  "amount",
  "age",
  "gate",
  "next_step",
  "expected_close",
  "owner",
];

export const sortOf: Partial<Record<DealColumn, string>> = {
  name: "name",
  amount: "amount",
  age: "stage_entered",
  expected_close: "expected_close",
  created: "created",
  updated: "updated",
};

// The columns that the address names, or those of the list by itself; `custom` are those of the
// organisation's own fields that there are.
export function shownColumns(
  text: string | undefined,
  custom: readonly CustomColumn[],
): ListColumn[] {
  const named = columnNames(text);
  const known: ListColumn[] = [...dealColumns, ...custom].filter((each) => named.includes(each));
  if (!known.length) return [...columnsByItself];
  known.sort((a, b) => named.indexOf(a) - named.indexOf(b));
  return ["name", ...known.filter((column) => column !== "name")];
}

export function useColumnLabel(): (column: DealColumn) => string {
  const { t } = useT();
  const labels: Record<DealColumn, string> = {
    name: t("deals.table.name"),
    account: t("lists.fields.account"),
    pipeline: t("lists.fields.pipeline"),
    stage: t("deals.table.stage"),
    status: t("lists.fields.status"),
    amount: t("deals.table.amount"),
    probability: t("lists.fields.probability"),
    age: t("deals.table.age"),
    gate: t("deals.table.gate"),
    next_step: t("deals.table.next"),
    expected_close: t("deals.table.close"),
    owner: t("deals.table.owner"),
    source: t("filters.source"),
    waiting: t("lists.fields.waiting"),
    created: t("lists.fields.created"),
    updated: t("lists.fields.updated"),
  };
  return (column) => labels[column];
}

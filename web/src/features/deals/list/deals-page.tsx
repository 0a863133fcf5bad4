import { IconArrowDown, IconArrowUp, IconDownload, IconListSearch } from "@tabler/icons-react";
import { Link, useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import { useDeals } from "@/api/deals/deals";
import { withQuery } from "@/api/http";
import { usePipeline } from "@/api/pipeline/pipelines";
import { useMay, useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { EmptyWorkspace } from "@/components/empty-workspace";
import { ErrorPanel } from "@/components/error-panel";
import { MayEdit } from "@/components/inline-field";
import { ColumnChooser } from "@/components/lists/column-chooser";
import { FilterBuilder } from "@/components/lists/filter-builder";
import { ViewBar } from "@/components/lists/view-bar";
import { Lines } from "@/components/skeleton";
import { VirtualTable } from "@/components/virtual-table";
import { CellWriter } from "@/features/deals/list/cells/cell-writer";
import { columnOf, useFieldColumns } from "@/features/deals/list/custom-columns";
import {
  columnsByItself,
  type ListColumn,
  shownColumns,
  sortOf,
  useColumnLabel,
} from "@/features/deals/list/deal-columns";
import { useDealFields } from "@/features/deals/list/deal-fields";
import { DealFilterBar } from "@/features/deals/list/deal-filter-bar";
import { DealRow, isRight } from "@/features/deals/list/deal-row";
import classes from "@/features/deals/list/deals-page.module.css";
import { MoreFilters } from "@/features/deals/list/more-filters";
import { BulkBar } from "@/features/deals/list/bulk/bulk-bar";
import bulk from "@/features/deals/list/bulk/bulk.module.css";
import { useSelection } from "@/features/deals/list/bulk/use-selection";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { hasOrder, isAskable } from "@/lib/custom-fields";
import { dealColumns, dealFiltersOf, dealQuery } from "@/lib/deal-filters";
import { columnNames, isCustomColumn, parametersOf } from "@/lib/kept-list";
import { usePageTitle } from "@/lib/page-title";

// What of the address does not narrow the list down.
const notFilters = ["pipeline", "sort", "columns", "view"];

export function DealsPage() {
  const { t, local } = useT();
  usePageTitle(t("deals.title"));
  const [{ columns: named, view, ...filters }, change] = useDealFilters();
  const navigate = useNavigate();
  const mayExport = useMay("exports.run");
  const pipeline = usePipeline(filters.pipeline);
  const fields = useDealFields(pipeline);
  const ownFields = useFieldColumns(pipeline.id);
  const { user } = useMe();
  const labelOf = useColumnLabel();
  const label = (column: ListColumn) =>
    isCustomColumn(column)
      ? local(ownFields.find((each) => columnOf(each) === column)?.label)
      : labelOf(column);
  const sortable = (column: ListColumn) =>
    ownFields.some(
      (field) => columnOf(field) === column && hasOrder(field) && isAskable(field, user.role),
    )
      ? column
      : undefined;
  const columns = useMemo(() => shownColumns(named, ownFields.map(columnOf)), [named, ownFields]);
  const asked = { ...filters, pipeline: pipeline.id };
  const deals = useDeals(asked);
  const rows = deals.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(filters).some((key) => !notFilters.includes(key));
  const query = dealQuery(asked);
  const mayWrite = useMay("deals.write");
  const matching = parametersOf(query);
  const selection = useSelection(JSON.stringify(matching));
  const { toggle } = selection;
  const open = (kept: Shape<"ListView"> | null) =>
    void navigate({
      to: "/deals",
      search: kept
        ? {
            ...dealFiltersOf(kept.parameters),
            ...(kept.columns.length ? { columns: kept.columns.join(".") } : {}),
            view: kept.id,
          }
        : {},
    });
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className="page-title">{t("deals.title")}</h1>
        <ViewBar
          list="deals"
          now={{ parameters: matching, columns: columnNames(named) }}
          viewId={view}
          onOpen={open}
          onKept={(kept) => change({ view: kept?.id })}
        />
        <DealFilterBar pipeline={pipeline} />
        <ColumnChooser
          all={[
            ...dealColumns.map((name) => ({ name, label: labelOf(name) })),
            ...ownFields
              .filter((field) => !field.archived || columns.includes(columnOf(field)))
              .map((field) => ({ name: columnOf(field), label: local(field.label) })),
          ]}
          shown={columns}
          byItself={columnsByItself}
          onChange={(chosen) =>
            change({
              columns: chosen.join() === columnsByItself.join() ? undefined : chosen.join("."),
            })
          }
        />
        {mayExport && (
          // A plain link: the browser downloads, the server streams.
          <a
            className="button-plain"
            href={withQuery("/api/deals.csv", {
              ...query,
              columns: columns.filter((column) => !isCustomColumn(column)).join(),
              fields: columns
                .filter(isCustomColumn)
                .map((column) => column.slice("fields.".length))
                .join(),
            })}
            download
          >
            <IconDownload size={16} stroke={1.8} aria-hidden />
            {t("deals.csv")}
          </a>
        )}
      </div>
      <MoreFilters pipeline={pipeline}>
        <FilterBuilder
          fields={fields}
          where={filters.where}
          onChange={(where) => change({ where })}
        />
      </MoreFilters>
      {deals.isPending && (
        <div className="page">
          <Lines count={8} />
        </div>
      )}
      {deals.isError && rows.length === 0 && (
        <ErrorPanel error={deals.error} onRetry={() => void deals.refetch()} />
      )}
      {deals.isSuccess && rows.length === 0 && (filtered ? <NoMatch /> : <EmptyWorkspace />)}
      {rows.length > 0 && (
        <MayEdit value={mayWrite}>
          <CellWriter>
            <VirtualTable
              label={t("deals.title")}
              pages={deals}
              rows={rows}
              head={
                <>
                  {mayWrite && <SelectLoaded rows={rows} selection={selection} />}
                  {columns.map((column) => (
                    <HeadCell
                      key={column}
                      label={label(column)}
                      right={isRight(column, ownFields)}
                      sort={isCustomColumn(column) ? sortable(column) : sortOf[column]}
                    />
                  ))}
                </>
              }
              columns={columns.length + (mayWrite ? 1 : 0)}
              renderRow={(deal, index) => (
                <DealRow
                  key={deal.id}
                  deal={deal}
                  pipeline={pipeline}
                  columns={columns}
                  fields={ownFields}
                  index={index}
                  selected={selection.all || selection.ids.has(deal.id)}
                  {...(mayWrite ? { onSelect: toggle } : {})}
                />
              )}
            />
          </CellWriter>
        </MayEdit>
      )}
      <BulkBar selection={selection} pipeline={pipeline} matching={matching} />
    </div>
  );
}

function SelectLoaded({
  rows,
  selection,
}: {
  rows: Shape<"DealCard">[];
  selection: ReturnType<typeof useSelection>;
}) {
  const { t } = useT();
  return (
    <th scope="col" className={bulk.check}>
      <label>
        <span className="sr-only">{t("bulk.selectLoaded")}</span>
        <input
          type="checkbox"
          checked={selection.all || (rows.length > 0 && selection.ids.size >= rows.length)}
          onChange={(event) =>
            event.target.checked ? selection.take(rows.map((deal) => deal.id)) : selection.clear()
          }
        />
      </label>
    </th>
  );
}

function NoMatch() {
  const { t } = useT();
  return (
    <div className="centered-page" role="status">
      <IconListSearch size={34} stroke={1.4} className="tone-accent" aria-hidden />
      <p className="soft">{t("deals.none")}</p>
    </div>
  );
}

function HeadCell({
  label,
  right,
  sort,
}: {
  label: string;
  right: boolean;
  // As the API names it; absent where the column has no order.
  sort: string | undefined;
}) {
  const { t } = useT();
  const [filters] = useDealFilters();
  const place = right ? "right" : undefined;
  if (!sort)
    return (
      <th scope="col" className={place}>
        {label}
      </th>
    );
  const down = filters.sort === `-${sort}`;
  const up = filters.sort === sort;
  return (
    <th scope="col" className={place} aria-sort={down ? "descending" : up ? "ascending" : "none"}>
      <Link
        to="/deals"
        search={{ ...filters, sort: down ? sort : `-${sort}` }}
        replace
        className={classes.sort}
        aria-label={t("list.sortBy", { column: label })}
      >
        {label}
        {down && <IconArrowDown size={13} aria-hidden />}
        {up && <IconArrowUp size={13} aria-hidden />}
      </Link>
    </th>
  );
}

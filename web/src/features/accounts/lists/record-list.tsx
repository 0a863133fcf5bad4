import { IconDownload, IconListSearch, IconX } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMay } from "@/api/team/me";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { ActionButton } from "@/components/action-button";
import { ErrorPanel } from "@/components/error-panel";
import { ColumnChooser, type ColumnChoice } from "@/components/lists/column-chooser";
import { FilterBuilder } from "@/components/lists/filter-builder";
import type { FieldChoice } from "@/components/lists/filter-condition";
import { ViewBar } from "@/components/lists/view-bar";
import { Picker } from "@/components/picker";
import { BeginHere } from "@/components/begin-here";
import { QuickSearch } from "@/components/quick-search";
import { Lines } from "@/components/skeleton";
import classes from "@/features/accounts/lists/record-list.module.css";
import { useRecordFilters } from "@/features/accounts/lists/use-record-filters";
import { useT } from "@/i18n";
import { useAction } from "@/lib/actions";
import { withQuery } from "@/api/http";
import { parametersOf } from "@/lib/kept-list";
import { recordFiltersOf } from "@/lib/record-filters";

// What of the address does not narrow the list down.
const notFilters = ["sort", "columns", "view"];

// What of a paged query the frame of a list shows.
interface Listed {
  isPending: boolean;
  isError: boolean;
  error: unknown;
  refetch: () => unknown;
}

// The frame of a list of records: its title, filters, file, and what stands there when it is empty.
export function RecordList({
  list,
  query,
  fields,
  columns,
  shown,
  byItself,
  title,
  search,
  create,
  listed,
  empty,
  noMatch,
  emptyTitle,
  emptyWhy,
  filters: more,
  children,
}: {
  list: "accounts" | "contacts";
  // What the API is asked for.
  query: Record<string, unknown>;
  // What may be asked for in groups of conditions.
  fields: FieldChoice[];
  columns: ColumnChoice[];
  shown: string[];
  byItself: readonly string[];
  title: string;
  search: string;
  // The action that adds a record.
  create: string;
  listed: Listed;
  empty: boolean;
  noMatch: string;
  emptyTitle: string;
  emptyWhy: string;
  filters?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useT();
  const [filters, change] = useRecordFilters();
  const navigate = useNavigate();
  const users = useUsers();
  const mayExport = useMay("exports.run");
  const mayWrite = useMay("accounts.write");
  const add = useAction(create);
  const filtered = Object.keys(filters).some((key) => !notFilters.includes(key));
  const open = (kept: Shape<"ListView"> | null) =>
    void navigate({
      to: ".",
      search: kept
        ? {
            ...recordFiltersOf(kept.parameters),
            ...(kept.columns.length ? { columns: kept.columns.join(".") } : {}),
            view: kept.id,
          }
        : {},
    });
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className="page-title">{title}</h1>
        <ViewBar
          list={list}
          now={{ parameters: parametersOf(query), columns: filters.columns?.split(".") ?? [] }}
          viewId={filters.view}
          onOpen={open}
          onKept={(kept) => change({ view: kept?.id })}
        />
        <div className={classes.bar} role="search">
          <QuickSearch
            label={search}
            value={filters.q ?? ""}
            onChange={(q) => change({ q: q || undefined })}
          />
          {users.length > 1 && (
            <Picker
              label={t("filters.owner")}
              hideLabel
              empty={t("filters.everyOwner")}
              value={filters.owner ? String(filters.owner) : null}
              options={users.map((user) => ({ value: String(user.id), label: user.name }))}
              onChange={(id) => change({ owner: id ? Number(id) : undefined })}
            />
          )}
          {more}
          <FilterBuilder
            fields={fields}
            where={filters.where}
            onChange={(where) => change({ where })}
          />
        </div>
        <ColumnChooser
          all={columns}
          shown={shown}
          byItself={byItself}
          onChange={(chosen) =>
            change({ columns: chosen.join() === byItself.join() ? undefined : chosen.join(".") })
          }
        />
        {mayExport && (
          // A plain link: the browser downloads, the server streams.
          <a
            className="button-plain"
            href={withQuery(`/api/${list}.csv`, { ...query, columns: shown.join() })}
            download
          >
            <IconDownload size={16} stroke={1.8} aria-hidden />
            {t("list.csv")}
          </a>
        )}
        {mayWrite && add && <ActionButton action={add} className="button-primary" />}
      </div>
      {listed.isPending && (
        <div className="page">
          <Lines count={8} />
        </div>
      )}
      {listed.isError && empty && (
        <ErrorPanel error={listed.error} onRetry={() => void listed.refetch()} />
      )}
      {!listed.isPending && !listed.isError && empty && (
        <div className="centered-page" role="status">
          <IconListSearch size={34} stroke={1.4} className="tone-accent" aria-hidden />
          {!filtered && <h2 className="page-title">{emptyTitle}</h2>}
          <p className="soft">{filtered ? noMatch : emptyWhy}</p>
          {!filtered && add && <BeginHere create={create} label={add.label} />}
        </div>
      )}
      {!empty && children}
    </div>
  );
}

// A filter that was set from a cell of the table, and how to take it away.
export function SetFilter({ text, onClear }: { text: string; onClear: () => void }) {
  const { t } = useT();
  return (
    <button type="button" className={classes.flag} aria-pressed onClick={onClear}>
      {text}
      <IconX size={14} aria-label={t("filters.clear")} />
    </button>
  );
}

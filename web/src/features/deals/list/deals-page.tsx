import { IconArrowDown, IconArrowUp, IconDownload, IconListSearch } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import { withQuery } from "@/api/http";
import { useDeals } from "@/api/deals/deals";
import { usePipeline } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { ErrorPanel } from "@/components/error-panel";
import { Lines } from "@/components/skeleton";
import { EmptyWorkspace } from "@/components/empty-workspace";
import { DealFilterBar } from "@/features/deals/list/deal-filter-bar";
import { DealRow } from "@/features/deals/list/deal-row";
import classes from "@/features/deals/list/deals-page.module.css";
import { MoreFilters } from "@/features/deals/list/more-filters";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { dealQuery } from "@/lib/deal-filters";
import { formatNumber } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";

const columns = [
  { name: "name", sort: "name" },
  { name: "stage", sort: null },
  { name: "amount", sort: "amount" },
  { name: "age", sort: "stage_entered" },
  { name: "gate", sort: null },
  { name: "next", sort: null },
  { name: "close", sort: "expected_close" },
  { name: "owner", sort: null },
] as const;

const rowHeight = 46;

export function DealsPage() {
  const { t } = useT();
  usePageTitle(t("deals.title"));
  const [filters] = useDealFilters();
  const pipeline = usePipeline(filters.pipeline);
  const asked = { ...filters, pipeline: pipeline.id };
  const deals = useDeals(asked);
  const rows = deals.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(filters).some((key) => key !== "pipeline" && key !== "sort");
  return (
    <div className={classes.page}>
      <div className={classes.head}>
        <h1 className="page-title">{t("deals.title")}</h1>
        <DealFilterBar pipeline={pipeline} />
        {/* A plain link: the browser downloads, the server streams. */}
        <a className="button-plain" href={withQuery("/api/deals.csv", dealQuery(asked))} download>
          <IconDownload size={16} stroke={1.8} aria-hidden />
          {t("deals.csv")}
        </a>
      </div>
      <MoreFilters pipeline={pipeline} />
      {deals.isPending && (
        <div className="page">
          <Lines count={8} />
        </div>
      )}
      {deals.isError && rows.length === 0 && (
        <ErrorPanel error={deals.error} onRetry={() => void deals.refetch()} />
      )}
      {deals.isSuccess && rows.length === 0 && (filtered ? <NoMatch /> : <EmptyWorkspace />)}
      {rows.length > 0 && <Table rows={rows} pipeline={pipeline} deals={deals} />}
    </div>
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

function Table({
  rows,
  pipeline,
  deals,
}: {
  rows: Shape<"DealCard">[];
  pipeline: Shape<"Pipeline">;
  deals: ReturnType<typeof useDeals>;
}) {
  const { t, lang } = useT();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1000, height: 900 },
  });
  const shown = virtual.getVirtualItems();
  const last = shown.at(-1)?.index ?? 0;
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = deals;
  useEffect(() => {
    if (last >= rows.length - 10 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  const stages = new Map(pipeline.stages.map((stage) => [stage.id, stage]));
  return (
    <>
      <div
        className={classes.scroll}
        ref={scroll}
        tabIndex={0}
        role="group"
        aria-label={t("deals.title")}
      >
        <table
          className={`table ${classes.table}`}
          aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        >
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell key={column.name} name={column.name} sort={column.sort} />
              ))}
            </tr>
          </thead>
          <tbody>
            {before > 0 && (
              <tr aria-hidden>
                <td colSpan={columns.length} style={{ height: before, padding: 0 }} />
              </tr>
            )}
            {shown.map((item) => {
              const deal = rows[item.index]!;
              return (
                <DealRow
                  key={deal.id}
                  deal={deal}
                  stage={stages.get(deal.stage_id)}
                  index={item.index + 2}
                />
              );
            })}
            {after > 0 && (
              <tr aria-hidden>
                <td colSpan={columns.length} style={{ height: after, padding: 0 }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p className={classes.foot} role="status">
        {isFetchingNextPage
          ? t("deals.loadingMore")
          : t(hasNextPage ? "deals.some" : "deals.all", {
              count: formatNumber(lang, rows.length) as never,
            })}
      </p>
    </>
  );
}

function HeadCell({ name, sort }: { name: (typeof columns)[number]["name"]; sort: string | null }) {
  const { t } = useT();
  const [filters] = useDealFilters();
  const label = t(`deals.table.${name}`);
  const right = name === "amount" ? "right" : undefined;
  if (!sort)
    return (
      <th scope="col" className={right}>
        {label}
      </th>
    );
  const down = filters.sort === `-${sort}`;
  const up = filters.sort === sort;
  return (
    <th scope="col" className={right} aria-sort={down ? "descending" : up ? "ascending" : "none"}>
      <Link
        to="/deals"
        search={{ ...filters, sort: down ? sort : `-${sort}` }}
        replace
        className={classes.sort}
        aria-label={t("deals.sortBy", { column: label })}
      >
        {label}
        {down && <IconArrowDown size={13} aria-hidden />}
        {up && <IconArrowUp size={13} aria-hidden />}
      </Link>
    </th>
  );
}

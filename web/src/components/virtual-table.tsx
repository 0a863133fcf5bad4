import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useEffect, useRef } from "react";
import classes from "@/components/virtual-table.module.css";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";

const rowHeight = 46;

// What of a paged query a table needs to read on.
interface Pages {
  hasNextPage: boolean;
  isFetchingNextPage: boolean;
  fetchNextPage: () => unknown;
}

// A table of any length of which only the rows in sight exist. Fetches the next page near its end.
export function VirtualTable<T>({
  label,
  pages,
  rows,
  head,
  columns,
  renderRow,
}: {
  label: string;
  pages: Pages;
  rows: T[];
  head: ReactNode;
  columns: number;
  // A tr with this aria-rowindex; the head is row 1.
  renderRow: (item: T, index: number) => ReactNode;
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
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  useEffect(() => {
    if (last >= rows.length - 10 && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [last, rows.length, hasNextPage, isFetchingNextPage, fetchNextPage]);
  const before = shown[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <>
      <div className={classes.scroll} ref={scroll} tabIndex={0} role="group" aria-label={label}>
        <table
          className={`table ${classes.table}`}
          aria-rowcount={hasNextPage ? -1 : rows.length + 1}
        >
          <thead>
            <tr>{head}</tr>
          </thead>
          <tbody>
            {before > 0 && (
              <tr aria-hidden>
                <td colSpan={columns} style={{ height: before, padding: 0 }} />
              </tr>
            )}
            {shown.map((item) => renderRow(rows[item.index]!, item.index + 2))}
            {after > 0 && (
              <tr aria-hidden>
                <td colSpan={columns} style={{ height: after, padding: 0 }} />
              </tr>
            )}
          </tbody>
        </table>
      </div>
      <p className={classes.foot} role="status">
        {isFetchingNextPage
          ? t("list.loadingMore")
          : t(hasNextPage ? "list.some" : "list.all", {
              count: formatNumber(lang, rows.length) as never,
            })}
      </p>
    </>
  );
}

import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

const getTimeline = (dealId: number, cursor: string | null, limit: number, signal?: AbortSignal) =>
  request<Page<Shape<"TimelineEntry">>>("GET", `/deals/${dealId}/timeline`, {
    query: { cursor, limit },
    ...(signal ? { signal } : {}),
  });

export const timelineQuery = (dealId: number) =>
  infiniteQueryOptions({
    queryKey: ["deal", dealId, "timeline"],
    queryFn: ({ pageParam, signal }) => getTimeline(dealId, pageParam, 20, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });

export const useTimeline = (dealId: number) => useInfiniteQuery(timelineQuery(dealId));

// The newest entry that can be undone: what the toast's Undo takes back.
export async function latestUndoable(dealId: number): Promise<number | null> {
  const page = await getTimeline(dealId, null, 5);
  return page.items.find((entry) => entry.undoable)?.seq ?? null;
}

export const undoEvent = (seq: number) =>
  request<{ undone_seq: number; subject_kind: string; subject_id: number }>(
    "POST",
    `/events/${seq}/undo`,
    { body: {} },
  );

import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

const getTimeline = (dealId: number, cursor: number | null, limit: number, signal?: AbortSignal) =>
  answered(
    api.GET("/api/deals/{id}/timeline", {
      params: { path: { id: dealId }, query: { cursor: cursor ?? undefined, limit } },
      signal: signal ?? null,
    }),
  );

export const timelineQuery = (dealId: number) =>
  infiniteQueryOptions({
    queryKey: ["deal", dealId, "timeline"],
    queryFn: ({ pageParam, signal }) => getTimeline(dealId, pageParam, 20, signal),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_cursor: next }) => (next === null ? null : Number(next)),
  });

export const useTimeline = (dealId: number) => useInfiniteQuery(timelineQuery(dealId));

// The newest entry that can be undone: what the toast's Undo takes back.
export async function latestUndoable(dealId: number): Promise<number | null> {
  const page = await getTimeline(dealId, null, 5);
  return page.items.find((entry) => entry.undoable)?.seq ?? null;
}

export const undoEvent = (seq: number) =>
  answered(api.POST("/api/events/{seq}/undo", { params: { path: { seq } } }));

import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

type Kinds = Shape<"TimelineKind">[];

const getTimeline = (
  dealId: number,
  kinds: Kinds,
  cursor: number | null,
  limit: number,
  signal?: AbortSignal,
) =>
  answered(
    api.GET("/api/deals/{id}/timeline", {
      params: { path: { id: dealId }, query: { kinds, cursor: cursor ?? undefined, limit } },
      signal: signal ?? null,
    }),
  );

export const timelineQuery = (dealId: number, kinds: Kinds) =>
  infiniteQueryOptions({
    queryKey: ["deal", dealId, "timeline", kinds],
    queryFn: ({ pageParam, signal }) => getTimeline(dealId, kinds, pageParam, 20, signal),
    placeholderData: keepPreviousData,
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_cursor: next }) => (next === null ? null : Number(next)),
  });

// All kinds where none is named.
export const useTimeline = (dealId: number, kinds: Kinds) =>
  useInfiniteQuery(timelineQuery(dealId, kinds));

// The newest entry that can be undone: what the toast's Undo takes back.
export async function latestUndoable(dealId: number): Promise<number | null> {
  const page = await getTimeline(dealId, [], null, 5);
  return page.items.find((entry) => entry.undoable)?.seq ?? null;
}

export const undoEvent = (seq: number) =>
  answered(api.POST("/api/events/{seq}/undo", { params: { path: { seq } } }));

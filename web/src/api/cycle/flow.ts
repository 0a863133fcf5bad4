import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { cycleQuestion } from "@/api/cycle/cycle";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";
import type { DealFilters } from "@/lib/deal-filters";

export type Flow = Shape<"FlowAnswer">;
export type FlowMove = Shape<"FlowMove">;
export type FlowPoint = Shape<"FlowPoint">;

export function useFlow(filters: DealFilters) {
  const query = cycleQuestion(filters);
  return useQuery({
    queryKey: ["cycle", "flow", query],
    queryFn: ({ signal }) => answered(api.GET("/api/cycle/flow", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

// The deals that made a move.
export const flowDeals = (filters: DealFilters, { from, to }: FlowMove) =>
  answered(
    api.GET("/api/cycle/flow/deals", {
      params: {
        query: {
          ...cycleQuestion(filters),
          from_end: from.at,
          from_stage_id: from.stage_id ?? undefined,
          from_again: from.again,
          to_end: to.at,
          to_stage_id: to.stage_id ?? undefined,
          to_again: to.again,
        },
      },
    }),
  );

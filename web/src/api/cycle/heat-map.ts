import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { cycleQuestion } from "@/api/cycle/cycle";
import type { FunnelFilters } from "@/api/cycle/funnel";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export type Heat = Shape<"HeatAnswer">;
export type HeatField = Shape<"HeatField">;

export function useHeatMap(filters: FunnelFilters) {
  const query = { ...cycleQuestion(filters), age_days: filters.age };
  return useQuery({
    queryKey: ["cycle", "heat-map", query],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/cycle/heat-map", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

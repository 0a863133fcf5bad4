import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { cycleQuestion } from "@/api/cycle/cycle";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";
import type { DealFilters } from "@/lib/deal-filters";

// Beside the selection: the stage that was entered is `stage`.
export interface FunnelFilters extends DealFilters {
  age?: number; // days at which shares are compared
}

export type Funnel = Shape<"FunnelAnswer">;
export type FunnelCohort = Shape<"FunnelCohort">;

const funnelQuestion = (filters: FunnelFilters) => ({
  ...cycleQuestion(filters),
  stage_id: filters.stage,
  age_days: filters.age,
});

export function useFunnel(filters: FunnelFilters) {
  const query = funnelQuestion(filters);
  return useQuery({
    queryKey: ["cycle", "cohorts", query],
    queryFn: ({ signal }) => answered(api.GET("/api/cycle/cohorts", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

// Which deals of the funnel a number counts. `month` absent: those of every month.
export interface FunnelNumber {
  month?: string;
  became: Shape<"Became">;
  reached?: number; // the stage; absent: won
}

export const funnelDeals = (filters: FunnelFilters, { month, became, reached }: FunnelNumber) =>
  answered(
    api.GET("/api/cycle/cohorts/deals", {
      params: { query: { ...funnelQuestion(filters), month, became, reached_id: reached } },
    }),
  );

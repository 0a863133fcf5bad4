import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { cycleQuestion } from "@/api/cycle/cycle";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";
import type { DealFilters } from "@/lib/deal-filters";

export type Gates = Shape<"GateAnswer">;
export type GateStage = Shape<"GateStage">;
export type GateCriterion = Shape<"GateCriterion">;

export function useGates(filters: DealFilters) {
  const query = cycleQuestion(filters);
  return useQuery({
    queryKey: ["cycle", "gates", query],
    queryFn: ({ signal }) => answered(api.GET("/api/cycle/gates", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

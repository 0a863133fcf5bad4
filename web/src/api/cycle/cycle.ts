import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { paths } from "@/api/schema";
import type { Shape } from "@/api/types";
import type { DealFilters } from "@/lib/deal-filters";

type CycleQuestion = NonNullable<paths["/api/cycle"]["get"]["parameters"]["query"]>;

// The report names its stages; which stages of the workspace they are, and their standards, stand
// beside it in the same order.
export interface CycleStage extends Shape<"StageReport"> {
  stage_id: number | null;
  standard_days: number | null;
}
export interface Cycle extends Omit<Shape<"CycleAnswer">, "stages" | "stage_info"> {
  stages: CycleStage[];
}

async function getCycle(query: CycleQuestion, signal: AbortSignal): Promise<Cycle> {
  const { stage_info: info, ...report } = await answered(
    api.GET("/api/cycle", { params: { query }, signal }),
  );
  return {
    ...report,
    stages: report.stages.map((stage, at) => ({
      ...stage,
      stage_id: info[at]?.stage_id ?? null,
      standard_days: info[at]?.standard_days ?? null,
    })),
  };
}

// What every page of the cycle asks about.
export const cycleQuestion = (filters: DealFilters): CycleQuestion => ({
  pipeline_id: filters.pipeline,
  owner_id: filters.owner,
  team_id: filters.team,
  source: filters.source,
  product_id: filters.product,
  from: filters.from,
  to: filters.to,
});

export const cycleQuery = (filters: DealFilters) => {
  const query = cycleQuestion(filters);
  return queryOptions({
    queryKey: ["cycle", query],
    queryFn: ({ signal }) => getCycle(query, signal),
    placeholderData: keepPreviousData,
  });
};

export const useCycle = (filters: DealFilters) => useQuery(cycleQuery(filters));

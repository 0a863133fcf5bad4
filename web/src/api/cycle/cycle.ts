import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { request, type RequestOptions } from "@/api/http";
import type { Shape } from "@/api/types";
import type { DealFilters } from "@/lib/deal-filters";

// The report names its stages; which stages of the workspace they are, and their standards, stand
// beside it in the same order.
async function getCycle(
  query: NonNullable<RequestOptions["query"]>,
  signal: AbortSignal,
): Promise<Shape<"CycleReport">> {
  const { stage_info: info, ...report } = await request<Shape<"CycleAnswer">>("GET", "/cycle", {
    query,
    signal,
  });
  return {
    ...report,
    stages: report.stages.map((stage, at) => ({
      ...stage,
      stage_id: info[at]?.stage_id ?? null,
      standard_days: info[at]?.standard_days ?? null,
    })),
  };
}

export const cycleQuery = (filters: DealFilters) => {
  const query = {
    pipeline_id: filters.pipeline,
    owner_id: filters.owner,
    team_id: filters.team,
    source: filters.source,
    product_id: filters.product,
    from: filters.from,
    to: filters.to,
  };
  return queryOptions({
    queryKey: ["cycle", query],
    queryFn: ({ signal }) => getCycle(query, signal),
    placeholderData: keepPreviousData,
  });
};

export const useCycle = (filters: DealFilters) => useQuery(cycleQuery(filters));

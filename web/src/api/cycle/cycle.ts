import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Shape } from "@/api/types";
import type { DealFilters } from "@/lib/deal-filters";

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
    queryFn: ({ signal }) => request<Shape<"CycleReport">>("GET", "/cycle", { query, signal }),
    placeholderData: keepPreviousData,
  });
};

export const useCycle = (filters: DealFilters) => useQuery(cycleQuery(filters));

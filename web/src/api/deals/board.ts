import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { DealFilters } from "@/lib/deal-filters";

export const boardQuery = (filters: DealFilters) => {
  const query = {
    pipeline_id: filters.pipeline,
    owner_id: filters.owner,
    team_id: filters.team,
    source: filters.source,
    q: filters.q,
  };
  return queryOptions({
    queryKey: ["board", query],
    queryFn: ({ signal }) => answered(api.GET("/api/board", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
};

export const useBoard = (filters: DealFilters) => useQuery(boardQuery(filters));

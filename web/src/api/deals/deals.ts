import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import { dealQuery, type DealFilters } from "@/lib/deal-filters";

export const dealsQuery = (filters: DealFilters, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ["deals", filters, limit],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/deals", {
          params: { query: { ...dealQuery(filters), limit, cursor: pageParam ?? undefined } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });

export const useDeals = (filters: DealFilters) => useInfiniteQuery(dealsQuery(filters));

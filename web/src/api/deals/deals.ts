import { infiniteQueryOptions, keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";
import { dealQuery, type DealFilters } from "@/lib/deal-filters";

export const dealsQuery = (filters: DealFilters, limit = 50) =>
  infiniteQueryOptions({
    queryKey: ["deals", filters, limit],
    queryFn: ({ pageParam, signal }) =>
      request<Page<Shape<"DealCard">>>("GET", "/deals", {
        query: { ...dealQuery(filters), limit, cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });

export const useDeals = (filters: DealFilters) => useInfiniteQuery(dealsQuery(filters));

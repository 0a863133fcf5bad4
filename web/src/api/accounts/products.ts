import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

export const productsQuery = queryOptions({
  queryKey: ["products"],
  queryFn: ({ signal }) =>
    request<Page<Shape<"Product">>>("GET", "/products", { query: { limit: 200 }, signal }),
  staleTime: 60_000,
});

export const useProducts = () => useQuery(productsQuery).data?.items ?? [];

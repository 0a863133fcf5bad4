import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

export const productsQuery = queryOptions({
  queryKey: ["products"],
  queryFn: ({ signal }) => answered(api.GET("/api/products", { signal })),
  staleTime: 60_000,
});

export const useProducts = () => useQuery(productsQuery).data?.items ?? [];

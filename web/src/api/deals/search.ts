import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/search", { params: { query: { q, limit: 12 } }, signal })),
    enabled: q.length > 0,
    staleTime: 10_000,
  });

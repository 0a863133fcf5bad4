import { queryOptions } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Shape } from "@/api/types";

export const searchQuery = (q: string) =>
  queryOptions({
    queryKey: ["search", q],
    queryFn: ({ signal }) =>
      request<{ items: Shape<"SearchHit">[] }>("GET", "/search", {
        query: { q, limit: 12 },
        signal,
      }),
    enabled: q.length > 0,
    staleTime: 10_000,
  });

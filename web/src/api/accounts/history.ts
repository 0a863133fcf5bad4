import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

const paths = {
  account: "/api/accounts/{id}/timeline",
  contact: "/api/contacts/{id}/timeline",
} as const;

export const historyQuery = (kind: keyof typeof paths, id: number) =>
  infiniteQueryOptions({
    queryKey: [kind, id, "timeline"],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET(paths[kind], {
          params: { path: { id }, query: { cursor: pageParam ?? undefined, limit: 20 } },
          signal,
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_cursor: next }) => (next === null ? null : Number(next)),
  });

export const useHistory = (kind: keyof typeof paths, id: number) =>
  useInfiniteQuery(historyQuery(kind, id));

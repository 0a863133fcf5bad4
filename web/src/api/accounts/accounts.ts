import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const accountsQuery = (q: string) =>
  queryOptions({
    queryKey: ["accounts", q],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/accounts", { params: { query: { q, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });

export const useAccounts = (q: string) => useQuery(accountsQuery(q)).data?.items ?? [];

export const postAccount = (body: Shape<"AccountInput">) =>
  answered(api.POST("/api/accounts", { body }));

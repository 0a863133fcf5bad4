import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

export const accountsQuery = (q: string) =>
  queryOptions({
    queryKey: ["accounts", q],
    queryFn: ({ signal }) =>
      request<Page<Shape<"Account">>>("GET", "/accounts", { query: { q, limit: 20 }, signal }),
    placeholderData: keepPreviousData,
  });

export const useAccounts = (q: string) => useQuery(accountsQuery(q)).data?.items ?? [];

export const postAccount = (body: { name: string }) =>
  request<Shape<"Account">>("POST", "/accounts", { body });

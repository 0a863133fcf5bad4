import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useQuery,
  useSuspenseQuery,
} from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";
import { accountListQuery, type RecordFilters } from "@/lib/record-filters";

type Versioned = Pick<Shape<"Account">, "id" | "version">;

// The few whose names hold `q`, for a picker.
export const accountsQuery = (q: string) =>
  queryOptions({
    queryKey: ["accounts", q],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/accounts", { params: { query: { q, limit: 20 } }, signal })),
    placeholderData: keepPreviousData,
  });

export const useAccounts = (q: string) => useQuery(accountsQuery(q)).data?.items ?? [];

const accountPages = (filters: RecordFilters) =>
  infiniteQueryOptions({
    queryKey: ["accounts", filters],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/accounts", {
          params: {
            query: { ...accountListQuery(filters), limit: 50, cursor: pageParam ?? undefined },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });

export const useAccountPages = (filters: RecordFilters) => useInfiniteQuery(accountPages(filters));

export const getAccount = (id: number, signal?: AbortSignal) =>
  answered(api.GET("/api/accounts/{id}", { params: { path: { id } }, signal: signal ?? null }));

const accountQuery = (id: number) =>
  queryOptions({
    queryKey: ["account", id],
    queryFn: ({ signal }) => getAccount(id, signal),
  });

export const useAccount = (id: number) => useSuspenseQuery(accountQuery(id)).data;

export const useAccountName = (id: number | null) =>
  useQuery({ ...accountQuery(id ?? 0), enabled: id !== null }).data?.name ?? null;

const relationsQuery = (id: number) =>
  queryOptions({
    queryKey: ["account", id, "relations"],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/accounts/{id}/relations", { params: { path: { id } }, signal })),
  });

export const useAccountRelations = (id: number) => useSuspenseQuery(relationsQuery(id)).data;

export const postAccount = (body: Shape<"AccountInput">) =>
  answered(api.POST("/api/accounts", { body }));

export const patchAccount = (account: Versioned, body: Shape<"AccountInput">) =>
  answered(api.PATCH("/api/accounts/{id}", { params: onRecord(account), body }));

export const deleteAccount = (account: Versioned) =>
  answered(api.DELETE("/api/accounts/{id}", { params: onRecord(account) }));

export const restoreAccount = (account: Versioned) =>
  answered(api.POST("/api/accounts/{id}/restorations", { params: onRecord(account) }));

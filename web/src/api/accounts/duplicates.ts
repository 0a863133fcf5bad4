import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useQuery,
} from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

// What is known so far of the one that is being typed.
export interface AccountProbe {
  name?: string;
  domain?: string;
  phone?: string;
}
export interface ContactProbe {
  name?: string;
  email?: string;
  phone?: string;
  account_id?: number;
}

const isEmpty = (probe: object) => Object.values(probe).every((value) => !value);

const accountsLike = (probe: AccountProbe) =>
  queryOptions({
    queryKey: ["accounts", "like", probe],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/duplicates/accounts", { params: { query: probe }, signal })),
    enabled: !isEmpty(probe),
  });

const contactsLike = (probe: ContactProbe) =>
  queryOptions({
    queryKey: ["contacts", "like", probe],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/duplicates/contacts", { params: { query: probe }, signal })),
    enabled: !isEmpty(probe),
  });

export const useAccountsLike = (probe: AccountProbe) =>
  useQuery(accountsLike(probe)).data?.items ?? [];
export const useContactsLike = (probe: ContactProbe) =>
  useQuery(contactsLike(probe)).data?.items ?? [];

const pairsQuery = (kind: Shape<"PartyKind">) =>
  infiniteQueryOptions({
    queryKey: [`${kind}s`, "pairs"],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/duplicates", {
          params: { query: { kind, cursor: pageParam ?? undefined } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
  });

export const useSuspectPairs = (kind: Shape<"PartyKind">) => useInfiniteQuery(pairsQuery(kind));

export const postDistinction = (body: Shape<"Distinction">) =>
  answered(api.POST("/api/duplicates/distinctions", { body }));

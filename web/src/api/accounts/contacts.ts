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
import { contactListQuery, type RecordFilters } from "@/lib/record-filters";

type Versioned = Pick<Shape<"Contact">, "id" | "version">;

export const contactsQuery = (accountId: number | null) =>
  queryOptions({
    queryKey: ["contacts", accountId],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/contacts", {
          params: { query: { ...(accountId ? { account_id: accountId } : {}), limit: 100 } },
          signal,
        }),
      ),
  });

export const useContacts = (accountId: number | null) =>
  useQuery(contactsQuery(accountId)).data?.items ?? [];

const contactPages = (filters: RecordFilters) =>
  infiniteQueryOptions({
    queryKey: ["contacts", filters],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/contacts", {
          params: {
            query: { ...contactListQuery(filters), limit: 50, cursor: pageParam ?? undefined },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });

export const useContactPages = (filters: RecordFilters) => useInfiniteQuery(contactPages(filters));

export const getContact = (id: number, signal?: AbortSignal) =>
  answered(api.GET("/api/contacts/{id}", { params: { path: { id } }, signal: signal ?? null }));

const contactQuery = (id: number) =>
  queryOptions({
    queryKey: ["contact", id],
    queryFn: ({ signal }) => getContact(id, signal),
  });

export const useContact = (id: number) => useSuspenseQuery(contactQuery(id)).data;

const relationsQuery = (id: number) =>
  queryOptions({
    queryKey: ["contact", id, "relations"],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/contacts/{id}/relations", { params: { path: { id } }, signal })),
  });

export const useContactRelations = (id: number) => useSuspenseQuery(relationsQuery(id)).data;

const activitiesQuery = (id: number) =>
  queryOptions({
    queryKey: ["contact", id, "activities"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/activities", { params: { query: { contact_id: id, limit: 50 } }, signal }),
      ),
  });

export const useContactActivities = (id: number) => useQuery(activitiesQuery(id)).data?.items;

export const postContact = (body: Shape<"ContactInput">) =>
  answered(api.POST("/api/contacts", { body }));

export const patchContact = (contact: Versioned, body: Shape<"ContactInput">) =>
  answered(api.PATCH("/api/contacts/{id}", { params: onRecord(contact), body }));

export const deleteContact = (contact: Versioned) =>
  answered(api.DELETE("/api/contacts/{id}", { params: onRecord(contact) }));

export const restoreContact = (contact: Versioned) =>
  answered(api.POST("/api/contacts/{id}/restorations", { params: onRecord(contact) }));

import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

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

export const postContact = (body: Shape<"ContactInput">) =>
  answered(api.POST("/api/contacts", { body }));

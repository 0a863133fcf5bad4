import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

export const contactsQuery = (accountId: number | null) =>
  queryOptions({
    queryKey: ["contacts", accountId],
    queryFn: ({ signal }) =>
      request<Page<Shape<"Contact">>>("GET", "/contacts", {
        query: { account_id: accountId, limit: 100 },
        signal,
      }),
  });

export const useContacts = (accountId: number | null) =>
  useQuery(contactsQuery(accountId)).data?.items ?? [];

export const postContact = (body: {
  account_id: number | null;
  name: string;
  title?: string;
  phone?: string;
  email?: string;
}) => request<Shape<"Contact">>("POST", "/contacts", { body });

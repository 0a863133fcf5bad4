import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

type Kind = Shape<"PartyKind">;

const previews = {
  account: "/api/accounts/{id}/merge-preview",
  contact: "/api/contacts/{id}/merge-preview",
} as const;
const merges = {
  account: "/api/accounts/{id}/merges",
  contact: "/api/contacts/{id}/merges",
} as const;

const previewQuery = (kind: Kind, survivor: number, other: number) =>
  queryOptions({
    queryKey: [kind, survivor, "merge", other],
    queryFn: ({ signal }) =>
      answered(
        api.GET(previews[kind], {
          params: { path: { id: survivor }, query: { other_id: other } },
          signal,
        }),
      ),
    staleTime: 0,
  });

export const useMergePreview = (kind: Kind, survivor: number, other: number) =>
  useQuery(previewQuery(kind, survivor, other));

export const postMerge = (
  kind: Kind,
  survivor: { id: number; version: number },
  body: Shape<"MergeAccounts">,
) => answered(api.POST(merges[kind], { params: onRecord(survivor), body }));

export const undoMerge = (seq: number) =>
  answered(api.POST("/api/merges/{seq}/undo", { params: { path: { seq } } }));

const timelines = {
  account: "/api/accounts/{id}/timeline",
  contact: "/api/contacts/{id}/timeline",
} as const;

// The event of the newest merge into a record: what the toast's Undo takes back.
export async function latestMerge(kind: Kind, id: number): Promise<number | null> {
  const page = await answered(
    api.GET(timelines[kind], { params: { path: { id }, query: { limit: 100 } } }),
  );
  return page.items.find((entry) => entry.is_merge && entry.subject_id === id)?.seq ?? null;
}

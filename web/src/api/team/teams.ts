import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: ({ signal }) => request<Page<Shape<"Team">>>("GET", "/teams", { signal }),
  staleTime: 60_000,
});

export const useTeams = () => useQuery(teamsQuery).data?.items ?? [];

export const postTeam = (body: { name: string; parent_id: number | null }) =>
  request<Shape<"Team">>("POST", "/teams", { body });

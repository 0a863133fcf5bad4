import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: ({ signal }) => answered(api.GET("/api/teams", { signal })),
  staleTime: 60_000,
});

export const useTeams = () => useQuery(teamsQuery).data?.items ?? [];

export const postTeam = (body: Shape<"CreateTeam">) => answered(api.POST("/api/teams", { body }));

export const patchTeam = (team: { id: number; version: number }, body: Shape<"ChangeTeam">) =>
  answered(api.PATCH("/api/teams/{id}", { params: onRecord(team), body }));

export const deleteTeam = (team: { id: number; version: number }) =>
  answered(api.DELETE("/api/teams/{id}", { params: onRecord(team) }));

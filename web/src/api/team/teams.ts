import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const teamsQuery = queryOptions({
  queryKey: ["teams"],
  queryFn: ({ signal }) => answered(api.GET("/api/teams", { signal })),
  staleTime: 60_000,
});

export const useTeams = () => useQuery(teamsQuery).data?.items ?? [];

export const postTeam = (body: Shape<"CreateTeam">) => answered(api.POST("/api/teams", { body }));

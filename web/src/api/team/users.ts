import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

export const usersQuery = queryOptions({
  queryKey: ["users"],
  queryFn: ({ signal }) =>
    answered(api.GET("/api/users", { params: { query: { limit: 200 } }, signal })),
  staleTime: 60_000,
});

export const useUsers = () => useQuery(usersQuery).data?.items ?? [];

export const patchUser = (user: { id: number; version: number }, body: Shape<"ChangeUser">) =>
  answered(api.PATCH("/api/users/{id}", { params: onRecord(user), body }));

import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

export const rolesQuery = queryOptions({
  queryKey: ["roles"],
  queryFn: ({ signal }) => answered(api.GET("/api/roles", { signal })),
  staleTime: 60_000,
});

export const useRoles = () => useQuery(rolesQuery).data?.items ?? [];

export const postRole = (body: Shape<"CreateRole">) => answered(api.POST("/api/roles", { body }));

export const patchRole = (role: { id: number; version: number }, body: Shape<"ChangeRole">) =>
  answered(api.PATCH("/api/roles/{id}", { params: onRecord(role), body }));

export const deleteRole = (role: { id: number; version: number }) =>
  answered(api.DELETE("/api/roles/{id}", { params: onRecord(role) }));

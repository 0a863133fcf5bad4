import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const mySecondFactorQuery = queryOptions({
  queryKey: ["second-factor"],
  queryFn: ({ signal }) => answered(api.GET("/api/me/second-factor", { signal })),
});

export const startSecondFactor = (password: string) =>
  answered(api.POST("/api/me/second-factor", { body: { password } }));

export const confirmSecondFactor = (code: string) =>
  answered(api.POST("/api/me/second-factor/confirmation", { body: { code } }));

export const removeSecondFactor = (body: Shape<"RemoveSecondFactor">) =>
  answered(api.POST("/api/me/second-factor/removal", { body }));

// For owners: the roles that must have one, and who has one.
export const secondFactorsQuery = queryOptions({
  queryKey: ["second-factors"],
  queryFn: ({ signal }) => answered(api.GET("/api/second-factors", { signal })),
});

export const useSecondFactors = (owner: boolean) =>
  useQuery({ ...secondFactorsQuery, enabled: owner }).data ?? { roles: [], user_ids: [] };

export const requireSecondFactor = (roles: Shape<"Role">[]) =>
  answered(api.PUT("/api/second-factors", { body: { roles } }));

export const resetSecondFactor = (userId: number) =>
  answered(api.DELETE("/api/users/{id}/second-factor", { params: { path: { id: userId } } }));

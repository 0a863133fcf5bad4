import { queryOptions } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

export const holdingsQuery = (userId: number) =>
  queryOptions({
    queryKey: ["holdings", userId],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/users/{id}/holdings", { params: { path: { id: userId } }, signal })),
    staleTime: 0,
  });

export const deactivate = (user: { id: number; version: number }, body: Shape<"Deactivate">) =>
  answered(api.POST("/api/users/{id}/deactivations", { params: onRecord(user), body }));

import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const tokensQuery = queryOptions({
  queryKey: ["tokens"],
  queryFn: ({ signal }) => answered(api.GET("/api/tokens", { signal })),
});

export const postToken = (body: Shape<"CreateToken">) =>
  answered(api.POST("/api/tokens", { body }));

export const revokeToken = (id: number) =>
  answered(api.DELETE("/api/tokens/{id}", { params: { path: { id } } }));

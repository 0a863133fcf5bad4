import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => answered(api.GET("/api/setup", { signal })),
  staleTime: Infinity,
});

export const postSetup = (body: Shape<"SetUp">) => answered(api.POST("/api/setup", { body }));

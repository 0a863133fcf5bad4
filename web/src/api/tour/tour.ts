import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

// The live stream marks it as stale whenever a deal or an activity changes.
export const tourQuery = queryOptions({
  queryKey: ["tour"],
  queryFn: ({ signal }) => answered(api.GET("/api/tour", { signal })),
  staleTime: Number.POSITIVE_INFINITY,
});

export const putTour = (dismissed: boolean) =>
  answered(api.PUT("/api/tour", { body: { dismissed } }));

export const postTourStep = (step: Shape<"LookedAt">) =>
  answered(api.POST("/api/tour/steps", { body: { step } }));

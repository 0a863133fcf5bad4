import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

export const activitiesQuery = (dealId: number) =>
  queryOptions({
    queryKey: ["deal", dealId, "activities"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/activities", { params: { query: { deal_id: dealId, limit: 100 } }, signal }),
      ),
  });

export const useActivities = (dealId: number) => useQuery(activitiesQuery(dealId)).data?.items;

// With `done_at` it has happened, so it is logged rather than planned.
export const postActivity = (body: Shape<"NewActivity">) =>
  answered(api.POST("/api/activities", { body }));

export const putNextStep = (dealId: number, body: Shape<"NewNextStep">) =>
  answered(api.PUT("/api/deals/{id}/next-step", { params: { path: { id: dealId } }, body }));

export const completeActivity = (
  activity: { id: number; version: number },
  body: Shape<"Completion">,
) => answered(api.POST("/api/activities/{id}/completions", { params: onRecord(activity), body }));

export const changeActivity = (
  activity: { id: number; version: number },
  body: Shape<"ActivityChange">,
) => answered(api.PATCH("/api/activities/{id}", { params: onRecord(activity), body }));

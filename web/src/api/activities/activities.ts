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

// Not done after all; the next step that was set with it goes too.
export const reopenActivity = (activity: { id: number; version: number }) =>
  answered(api.POST("/api/activities/{id}/reopenings", { params: onRecord(activity) }));

export const deleteActivity = (activity: { id: number; version: number }) =>
  answered(api.DELETE("/api/activities/{id}", { params: onRecord(activity) }));

export const changeActivity = (
  activity: { id: number; version: number },
  body: Shape<"ActivityChange">,
) => answered(api.PATCH("/api/activities/{id}", { params: onRecord(activity), body }));

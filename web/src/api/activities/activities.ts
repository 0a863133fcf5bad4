import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord, withKey } from "@/api/http";
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
export const postActivity = (body: Shape<"NewActivity">, key?: string) =>
  answered(api.POST("/api/activities", { body, headers: withKey(key) }));

export const putNextStep = (dealId: number, body: Shape<"NewNextStep">, key?: string) =>
  answered(
    api.PUT("/api/deals/{id}/next-step", {
      params: { path: { id: dealId } },
      body,
      headers: withKey(key),
    }),
  );

export const completeActivity = (
  activity: { id: number; version: number },
  body: Shape<"Completion">,
  key?: string,
) =>
  answered(
    api.POST("/api/activities/{id}/completions", {
      params: onRecord(activity),
      body,
      headers: withKey(key),
    }),
  );

// Not done after all; the next step that was set with it goes too.
export const reopenActivity = (activity: { id: number; version: number }) =>
  answered(api.POST("/api/activities/{id}/reopenings", { params: onRecord(activity) }));

export const deleteActivity = (activity: { id: number; version: number }) =>
  answered(api.DELETE("/api/activities/{id}", { params: onRecord(activity) }));

export const changeActivity = (
  activity: { id: number; version: number },
  body: Shape<"ActivityChange">,
) => answered(api.PATCH("/api/activities/{id}", { params: onRecord(activity), body }));

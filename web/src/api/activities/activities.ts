import { queryOptions, useQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

export const activitiesQuery = (dealId: number) =>
  queryOptions({
    queryKey: ["deal", dealId, "activities"],
    queryFn: ({ signal }) =>
      request<Page<Shape<"Activity">>>("GET", "/activities", {
        query: { deal_id: dealId, limit: 100 },
        signal,
      }),
  });

export const useActivities = (dealId: number) => useQuery(activitiesQuery(dealId)).data?.items;

export interface NewActivity {
  deal_id: number;
  kind: Shape<"ActivityKind">;
  direction?: Shape<"Direction">;
  subject: string;
  body?: string;
  due?: string;
  // Present: it has happened, so it is logged rather than planned.
  done_at?: string;
}

export const postActivity = (body: NewActivity) =>
  request<Shape<"Activity">>("POST", "/activities", { body });

export interface NewNextStep {
  kind: Shape<"ActivityKind">;
  subject: string;
  due: Shape<"Instant">;
}

export const putNextStep = (dealId: number, body: NewNextStep) =>
  request<Shape<"Activity">>("PUT", `/deals/${dealId}/next-step`, { body });

export const completeActivity = (
  activity: { id: number; version: number },
  body: {
    done_at?: string;
    outcome?: string;
    next_step?: NewNextStep;
  },
) =>
  request<Shape<"Activity">>("POST", `/activities/${activity.id}/completions`, {
    body,
    version: activity.version,
  });

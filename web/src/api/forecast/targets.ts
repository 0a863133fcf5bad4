import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export type ForecastTarget = Shape<"ForecastTarget">;

export const useTargets = (period: string) =>
  useQuery({
    queryKey: ["forecast", "targets", period],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/forecast/targets", { params: { query: { period } }, signal })),
  });

// Whose target it is: a person's or a team's.
export type TargetOf = { owner: number } | { team: number };

export const targetOf = (targets: ForecastTarget[], of: TargetOf) =>
  targets.find((target) =>
    "owner" in of ? target.owner_id === of.owner : target.team_id === of.team,
  );

// `version` is that of the target so far, 0 where there is none.
export function putTarget(
  period: string,
  of: TargetOf,
  version: number,
  amount: Shape<"Money"> | null,
) {
  const header = { "If-Match": `"${version}"` };
  const body = { amount };
  if ("owner" in of)
    return answered(
      api.PUT("/api/forecast/targets/{period}/people/{id}", {
        params: { path: { period, id: of.owner }, header },
        body,
      }),
    );
  return answered(
    api.PUT("/api/forecast/targets/{period}/teams/{id}", {
      params: { path: { period, id: of.team }, header },
      body,
    }),
  );
}

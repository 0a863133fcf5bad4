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

const handoversOf = (userId: number) =>
  answered(api.GET("/api/users/{id}/handovers", { params: { path: { id: userId } } }));

// Takes back what was given of this person's records in one go, the last time.
export async function undoLastHandover(userId: number) {
  const past = (await handoversOf(userId)).items;
  let kept = 0;
  for (const each of past)
    if (!each.undone && each.at === past[0]?.at) {
      const done = await answered(
        api.POST("/api/handovers/{seq}/undo", { params: { path: { seq: each.seq } } }),
      );
      kept += done.kept;
    }
  return kept;
}

export const deactivate = (user: { id: number; version: number }, body: Shape<"Deactivate">) =>
  answered(api.POST("/api/users/{id}/deactivations", { params: onRecord(user), body }));

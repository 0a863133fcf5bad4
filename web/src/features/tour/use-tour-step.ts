import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { postTourStep, tourQuery } from "@/api/tour/tour";
import type { Shape } from "@/api/types";

// Ticks off that a page was looked at, where the first hour still waits for it.
export function useTourStep(step: Shape<"LookedAt">, seen: boolean) {
  const queryClient = useQueryClient();
  const tour = useQuery(tourQuery).data;
  const waits =
    seen &&
    tour !== undefined &&
    !tour.dismissed &&
    tour.steps.some((each) => each.step === step && !each.done);
  useEffect(() => {
    if (!waits) return;
    // Nothing is lost where it fails: the next look tries again.
    postTourStep(step).then(
      (next) => queryClient.setQueryData(tourQuery.queryKey, next),
      () => {},
    );
  }, [waits, step, queryClient]);
}

import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import { useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";

export const pipelinesQuery = queryOptions({
  queryKey: ["pipelines"],
  queryFn: ({ signal }) => answered(api.GET("/api/pipelines", { signal })),
  staleTime: 5 * 60_000,
});

export function usePipelines(): Shape<"Pipeline">[] {
  return useSuspenseQuery(pipelinesQuery).data.items;
}

// The pipeline asked for, or the first.
export function usePipeline(id?: number | null): Shape<"Pipeline"> {
  const pipelines = usePipelines();
  const pipeline = pipelines.find((each) => each.id === id) ?? pipelines[0];
  if (!pipeline) throw new Error("the workspace has no pipeline");
  return pipeline;
}

// The currency in which a new amount is entered: set-up always names one, as the server's own
// default does.
export const useCurrency = () => useMe().organization.currency ?? "CNY";

import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { useEffect } from "react";
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

let shown: number | undefined;

// The pipeline asked for; else the one that this tab has shown last, else the first with deals.
export function usePipeline(id?: number | null): Shape<"Pipeline"> {
  const { items, in_use: inUse } = useSuspenseQuery(pipelinesQuery).data;
  useEffect(() => {
    if (id) shown = id;
  }, [id]);
  const find = (wanted?: number | null) => items.find((each) => each.id === wanted);
  const pipeline = find(id) ?? find(shown) ?? find(inUse[0]) ?? items[0];
  if (!pipeline) throw new Error("the workspace has no pipeline");
  return pipeline;
}

// The currency in which a new amount is entered: set-up always names one, as the server's own
// default does.
export const useCurrency = () => useMe().organization.currency ?? "CNY";

import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Shape } from "@/api/types";

export const getDeal = (id: number, signal?: AbortSignal) =>
  request<Shape<"DealDetail">>("GET", `/deals/${id}`, signal ? { signal } : {});

export const dealQuery = (id: number) =>
  queryOptions({
    queryKey: ["deal", id],
    queryFn: ({ signal }) => getDeal(id, signal),
  });

export const useDeal = (id: number) => useSuspenseQuery(dealQuery(id)).data;

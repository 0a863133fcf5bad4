import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

export const getDeal = (id: number, signal?: AbortSignal) =>
  answered(api.GET("/api/deals/{id}", { params: { path: { id } }, signal: signal ?? null }));

export const dealQuery = (id: number) =>
  queryOptions({
    queryKey: ["deal", id],
    queryFn: ({ signal }) => getDeal(id, signal),
  });

export const useDeal = (id: number) => useSuspenseQuery(dealQuery(id)).data;

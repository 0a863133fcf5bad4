import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

type Kind = Shape<"ListKind">;
type Versioned = Pick<Shape<"ListView">, "id" | "version">;

export const viewsQuery = (list: Kind) =>
  queryOptions({
    queryKey: ["views", list],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/views", { params: { query: { list } }, signal })),
    staleTime: 60_000,
  });

export const useViews = (list: Kind) => useQuery(viewsQuery(list)).data?.items;

export const postView = (body: Shape<"NewView">) => answered(api.POST("/api/views", { body }));
export const patchView = (view: Versioned, body: Shape<"ViewChange">) =>
  answered(api.PATCH("/api/views/{id}", { params: onRecord(view), body }));
export const deleteView = (view: Versioned) =>
  answered(api.DELETE("/api/views/{id}", { params: onRecord(view) }));

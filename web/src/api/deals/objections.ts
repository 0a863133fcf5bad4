import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

type Versioned = Pick<Shape<"Objection">, "id" | "version">;

export const objectionsQuery = (dealId: number) =>
  queryOptions({
    queryKey: ["deal", dealId, "objections"],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/deals/{id}/objections", { params: { path: { id: dealId } }, signal })),
  });

export const useObjections = (dealId: number) => useQuery(objectionsQuery(dealId)).data?.items;

export const postObjection = (dealId: number, body: Shape<"NewObjection">) =>
  answered(api.POST("/api/deals/{id}/objections", { params: { path: { id: dealId } }, body }));

export const patchObjection = (objection: Versioned, body: Shape<"ObjectionChange">) =>
  answered(api.PATCH("/api/objections/{id}", { params: onRecord(objection), body }));

export const deleteObjection = (objection: Versioned) =>
  answered(api.DELETE("/api/objections/{id}", { params: onRecord(objection) }));

// A deletion raises the version by one.
export const restoreObjection = ({ id, version }: Versioned) =>
  answered(
    api.POST("/api/objections/{id}/restorations", {
      params: onRecord({ id, version: version + 1 }),
    }),
  );

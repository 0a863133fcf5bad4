import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

export const customFieldsQuery = queryOptions({
  queryKey: ["custom-fields"],
  queryFn: ({ signal }) => answered(api.GET("/api/custom-fields", { signal })),
  staleTime: 5 * 60_000,
});

export const useCustomFields = () => useSuspenseQuery(customFieldsQuery).data.items;

export const postCustomField = (body: Shape<"NewCustomField">) =>
  answered(api.POST("/api/custom-fields", { body }));

export const patchCustomField = (
  field: { id: number; version: number },
  body: Shape<"CustomFieldChange">,
) => answered(api.PATCH("/api/custom-fields/{id}", { params: onRecord(field), body }));

export const putCustomFieldOrder = (order: number[]) =>
  answered(api.PUT("/api/custom-field-order", { body: { order } }));

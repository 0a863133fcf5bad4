import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

export const moveDeal = (deal: { id: number; version: number }, body: Shape<"MoveDeal">) =>
  answered(api.POST("/api/deals/{id}/moves", { params: onRecord(deal), body }));

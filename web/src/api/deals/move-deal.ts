import { request } from "@/api/http";
import type { DealChange } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";

export interface GateFills {
  fields?: DealChange;
  bant?: Partial<Record<Shape<"BantElement">, Shape<"BantAnswer">>>;
  checklist?: Record<string, boolean>;
}

export interface DealMove {
  to_stage_id: number;
  reason?: string;
  competitor?: string;
  override_reason?: string;
  fills?: GateFills;
}

export const moveDeal = (deal: { id: number; version: number }, body: DealMove) =>
  request<Shape<"DealDetail">>("POST", `/deals/${deal.id}/moves`, { body, version: deal.version });

import { request } from "@/api/http";
import type { Shape } from "@/api/types";

export interface NewDeal {
  name: string;
  pipeline_id?: number;
  stage_id?: number;
  account_id?: number;
  owner_id?: number;
  amount?: Shape<"Money">;
  expected_close?: string;
  source?: string;
}

export const postDeal = (body: NewDeal) => request<Shape<"DealDetail">>("POST", "/deals", { body });

import { request } from "@/api/http";
import type { Shape } from "@/api/types";

type Versioned = Pick<Shape<"DealDetail">, "id" | "version">;

// What PATCH takes; null clears.
export interface DealChange {
  name?: string;
  account_id?: number | null;
  owner_id?: number;
  amount?: Shape<"Money"> | null;
  expected_close?: string | null;
  source?: string;
  product_lines?: { product_id: number; quantity: number; price?: Shape<"Money"> }[];
  pains?: string;
  competitor?: string;
  probability?: number | null;
}

export const patchDeal = (deal: Versioned, body: DealChange) =>
  request<Shape<"DealDetail">>("PATCH", `/deals/${deal.id}`, { body, version: deal.version });

export const deleteDeal = (deal: Versioned) =>
  request<Shape<"DealDetail">>("DELETE", `/deals/${deal.id}`, { version: deal.version });

export const restoreDeal = (deal: Versioned) =>
  request<Shape<"DealDetail">>("POST", `/deals/${deal.id}/restorations`, {
    version: deal.version,
  });

export const putBant = (
  deal: Versioned,
  element: Shape<"BantElement">,
  body: Shape<"BantAnswer">,
) =>
  request<Shape<"DealDetail">>("PUT", `/deals/${deal.id}/bant/${element}`, {
    body,
    version: deal.version,
  });

export const putCommittee = (
  deal: Versioned,
  contactId: number,
  body: { role: Shape<"CommitteeRole">; influence: number; stance: Shape<"Stance"> },
) =>
  request<Shape<"DealDetail">>("PUT", `/deals/${deal.id}/committee/${contactId}`, {
    body,
    version: deal.version,
  });

export const deleteCommittee = (deal: Versioned, contactId: number) =>
  request<Shape<"DealDetail">>("DELETE", `/deals/${deal.id}/committee/${contactId}`, {
    version: deal.version,
  });

export const putChecklist = (deal: Versioned, item: string, done: boolean) =>
  request<Shape<"DealDetail">>("PUT", `/deals/${deal.id}/checklist/${encodeURIComponent(item)}`, {
    body: { done },
    version: deal.version,
  });

export const postApproval = (deal: Versioned, body: { note: string }) =>
  request<Shape<"DealDetail">>("POST", `/deals/${deal.id}/approvals`, {
    body,
    version: deal.version,
  });

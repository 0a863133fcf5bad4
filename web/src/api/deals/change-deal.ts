import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

type Versioned = Pick<Shape<"DealDetail">, "id" | "version">;

// Null clears a field, an absent one stays.
export const patchDeal = (deal: Versioned, body: Shape<"PatchDeal">) =>
  answered(api.PATCH("/api/deals/{id}", { params: onRecord(deal), body }));

export const deleteDeal = (deal: Versioned) =>
  answered(api.DELETE("/api/deals/{id}", { params: onRecord(deal) }));

export const restoreDeal = (deal: Versioned) =>
  answered(api.POST("/api/deals/{id}/restorations", { params: onRecord(deal) }));

// The deal and one part of it, named by the rest of the path.
const onPart = <Part extends object>(deal: Versioned, part: Part) => {
  const { path, header } = onRecord(deal);
  return { path: { ...path, ...part }, header };
};

export const putBant = (
  deal: Versioned,
  element: Shape<"BantElement">,
  body: Shape<"BantAnswerInput">,
) =>
  answered(api.PUT("/api/deals/{id}/bant/{element}", { params: onPart(deal, { element }), body }));

export const putCommittee = (deal: Versioned, contactId: number, body: Shape<"CommitteeSeat">) =>
  answered(
    api.PUT("/api/deals/{id}/committee/{contact_id}", {
      params: onPart(deal, { contact_id: contactId }),
      body,
    }),
  );

export const deleteCommittee = (deal: Versioned, contactId: number) =>
  answered(
    api.DELETE("/api/deals/{id}/committee/{contact_id}", {
      params: onPart(deal, { contact_id: contactId }),
    }),
  );

export const putChecklist = (deal: Versioned, item: string, done: boolean) =>
  answered(
    api.PUT("/api/deals/{id}/checklist/{item}", { params: onPart(deal, { item }), body: { done } }),
  );

export const putWaiting = (deal: Versioned, body: Shape<"WaitOn">) =>
  answered(api.PUT("/api/deals/{id}/waiting", { params: onRecord(deal), body }));

export const postApprovalRequest = (deal: Versioned, body: Shape<"AskApproval">) =>
  answered(api.POST("/api/deals/{id}/approval-requests", { params: onRecord(deal), body }));

export const postApproval = (deal: Versioned, body: Shape<"AnswerApproval">) =>
  answered(api.POST("/api/deals/{id}/approvals", { params: onRecord(deal), body }));

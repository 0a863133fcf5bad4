import { postContact } from "@/api/accounts/contacts";
import { postActivity, putNextStep } from "@/api/activities/activities";
import {
  patchDeal,
  postApproval,
  postApprovalRequest,
  putBant,
  putChecklist,
  putCommittee,
} from "@/api/deals/change-deal";
import { getDeal } from "@/api/deals/deal";
import type { Shape } from "@/api/types";
import type { GateDraft } from "@/features/deals/move/gate-draft";
import { dueOn, today } from "@/lib/format";

// An activity "today" happened now; one of another day, at noon there.
export const doneAt = (date: string, now = new Date()) =>
  date === today(now) ? now.toISOString() : new Date(`${date}T12:00:00`).toISOString();

const newContact = (account_id: number | null, name: string, reach: string) => ({
  account_id,
  name: name.trim(),
  ...(reach.includes("@") ? { email: reach.trim() } : reach.trim() ? { phone: reach.trim() } : {}),
});

// Saves the records that cannot travel with a move, and answers the deal as it then is.
export async function saveRecords(
  deal: Pick<Shape<"DealCard">, "id" | "account" | "stage_id" | "version">,
  draft: GateDraft,
): Promise<{ id: number; version: number }> {
  let wrote = false;
  for (const activity of Object.values(draft.activities)) {
    if (!activity.subject.trim()) continue;
    await postActivity({
      deal_id: deal.id,
      kind: activity.kind,
      ...(activity.direction ? { direction: activity.direction } : {}),
      subject: activity.subject.trim(),
      done_at: doneAt(activity.date),
    });
    wrote = true;
  }
  if (draft.nextStep?.subject.trim()) {
    const { kind, subject, date } = draft.nextStep;
    await putNextStep(deal.id, { kind, subject: subject.trim(), due: dueOn(date) });
    wrote = true;
  }
  let current: { id: number; version: number } = wrote ? await getDeal(deal.id) : deal;
  for (const { role, contactId, name, reach } of Object.values(draft.roles)) {
    if (contactId === null && !name.trim()) continue;
    const contact =
      contactId ?? (await postContact(newContact(deal.account?.id ?? null, name, reach))).id;
    current = await putCommittee(current, contact, { role, influence: 3, stance: "unknown" });
  }
  for (const [criterion_key, note] of Object.entries(draft.approvals))
    current = await postApproval(current, { criterion_key, approve: true, note });
  for (const [criterion_key, note] of Object.entries(draft.asks))
    current = await postApprovalRequest(current, { criterion_key, note });
  return current;
}

// Saves everything in the draft without moving: the exit checklist of the deal page.
export async function saveDraft(
  deal: Shape<"DealDetail">,
  draft: GateDraft,
): Promise<Shape<"DealDetail">> {
  let current = await saveRecords(deal, draft);
  if (Object.keys(draft.fields).length > 0) current = await patchDeal(current, draft.fields);
  for (const [element, answer] of Object.entries(draft.bant))
    current = await putBant(current, element as Shape<"BantElement">, answer);
  for (const [item, done] of Object.entries(draft.checklist))
    current = await putChecklist(current, item, done);
  return "gate_checks" in current ? (current as Shape<"DealDetail">) : getDeal(deal.id);
}

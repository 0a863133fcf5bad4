import { describe, expect, it } from "vitest";
import type { Shape } from "@/api/types";
import {
  draftFor,
  emptyDraft,
  fillsOf,
  isFillable,
  isFilled,
} from "@/features/deals/move/gate-draft";

const criterion = (kind: Shape<"Criterion">["kind"], more: Partial<Shape<"Criterion">> = {}) =>
  ({ key: `k-${kind}`, label: { en: "", zh: "" }, kind, ...more }) as Shape<"Criterion">;

describe("a gate draft", () => {
  it("fills a known field only with a value", () => {
    const amount = criterion("field_known", { field: "amount" });
    const draft = emptyDraft();
    expect(isFilled(amount, draft)).toBe(false);
    draft.fields.amount = null;
    expect(isFilled(amount, draft)).toBe(false);
    draft.fields.amount = { minor: 1, currency: "CNY" };
    expect(isFilled(amount, draft)).toBe(true);
  });

  it("wants at least the amount asked for", () => {
    const least = criterion("amount_at_least", { minor: 500 });
    const draft = emptyDraft();
    draft.fields.amount = { minor: 499, currency: "CNY" };
    expect(isFilled(least, draft)).toBe(false);
    draft.fields.amount = { minor: 500, currency: "CNY" };
    expect(isFilled(least, draft)).toBe(true);
  });

  it("orders the levels of BANT", () => {
    const confirmed = criterion("bant_level", { element: "need", level: "confirmed" });
    const draft = emptyDraft();
    draft.bant.need = { level: "weak", evidence: "said so", date: null };
    expect(isFilled(confirmed, draft)).toBe(false);
    draft.bant.need = { level: "confirmed", evidence: "wrote so", date: null };
    expect(isFilled(confirmed, draft)).toBe(true);
  });

  it("asks about all four elements where none is named", () => {
    const every = criterion("bant_level", { level: "weak" });
    const draft = emptyDraft();
    const weak = { level: "weak" as const, evidence: "", date: null };
    draft.bant = { budget: weak, authority: weak, need: weak };
    expect(isFilled(every, draft)).toBe(false);
    draft.bant.timeline = weak;
    expect(isFilled(every, draft)).toBe(true);
  });

  it("wants a new contact who can be reached", () => {
    const contact = criterion("field_known", { field: "contact" });
    const draft = emptyDraft();
    draft.roles[contact.key] = { role: "influencer", contactId: null, name: "Li", reach: "" };
    expect(isFilled(contact, draft)).toBe(false);
    draft.roles[contact.key] = {
      role: "influencer",
      contactId: null,
      name: "Li",
      reach: "li@example.com",
    };
    expect(isFilled(contact, draft)).toBe(true);
  });

  it("composes all and any", () => {
    const items = [criterion("checklist", { key: "a" }), criterion("checklist", { key: "b" })];
    const draft = emptyDraft();
    draft.checklist.a = true;
    expect(isFilled(criterion("any", { items }), draft)).toBe(true);
    expect(isFilled(criterion("all", { items }), draft)).toBe(false);
  });

  it("asks for an approval where one cannot give it, and leaves the unknown to others", () => {
    const approval = criterion("approval", { key: "discount" });
    expect(isFillable(approval)).toBe(true);
    expect(isFilled(approval, { ...emptyDraft(), asks: { discount: "please" } })).toBe(true);
    expect(isFillable(criterion("field_known", { field: "moon_phase" as never }))).toBe(false);
  });

  it("sends nothing when nothing was filled, and only what was", () => {
    expect(fillsOf(emptyDraft())).toBeUndefined();
    const draft = emptyDraft();
    draft.checklist.a = true;
    draft.activities.x = { kind: "call", direction: null, subject: "hi", date: "2026-01-01" };
    expect(fillsOf(draft)).toEqual({ checklist: { a: true } });
  });

  it("does not save again what an earlier try has saved", () => {
    const draft = emptyDraft();
    draft.activities["k-activity_done"] = {
      kind: "call",
      direction: null,
      subject: "hi",
      date: "2026-01-01",
    };
    draft.checklist.a = true;
    expect(draftFor([criterion("activity_done")], draft)).toEqual(draft);
    const again = draftFor(
      [criterion("any", { items: [criterion("checklist", { key: "a" })] })],
      draft,
    );
    expect(again.activities).toEqual({});
    expect(again.checklist).toEqual({ a: true });
  });
});

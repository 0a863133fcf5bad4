import type { Shape } from "@/api/types";

// What a person has filled in to open a gate, before it is sent. Fields, BANT and checklist travel
// with the move; activities, roles and approvals are records of their own and go ahead of it.
export interface GateDraft {
  fields: Shape<"PatchDeal">;
  bant: Partial<Record<Shape<"BantElement">, Shape<"BantAnswerInput">>>;
  checklist: Record<string, boolean>;
  activities: Record<string, DraftActivity>;
  roles: Record<string, DraftRole>;
  approvals: Record<string, string>;
  // Approvals to be asked for, each with what is said to the approver.
  asks: Record<string, string>;
  nextStep: { kind: Shape<"ActivityKind">; subject: string; date: string } | null;
}
export interface DraftActivity {
  kind: Shape<"ActivityKind">;
  direction: Shape<"Direction"> | null;
  subject: string;
  date: string;
}
// Someone known by id, or someone new by name.
export interface DraftRole {
  role: Shape<"CommitteeRole">;
  contactId: number | null;
  name: string;
  // A phone number or an e-mail address, where the criterion wants somebody who can be reached.
  reach: string;
}

export const emptyDraft = (): GateDraft => ({
  fields: {},
  bant: {},
  checklist: {},
  activities: {},
  roles: {},
  approvals: {},
  asks: {},
  nextStep: null,
});

const levels: Shape<"BantLevel">[] = ["unknown", "weak", "confirmed"];
export const reachesLevel = (level: Shape<"BantLevel">, asked: Shape<"BantLevel">) =>
  levels.indexOf(level) >= levels.indexOf(asked);

// How PATCH calls the fields that criteria name.
const patchNames: Record<string, keyof Shape<"PatchDeal">> = {
  amount: "amount",
  expected_close: "expected_close",
  source: "source",
  pains: "pains",
  competitor: "competitor",
  account: "account_id",
  account_id: "account_id",
  products: "product_lines",
  product_lines: "product_lines",
  owner: "owner_id",
  name: "name",
};
export const patchName = (field: string | null | undefined): keyof Shape<"PatchDeal"> | null =>
  (field && patchNames[field]) || null;

const isGiven = (value: unknown) =>
  value !== undefined &&
  value !== null &&
  value !== "" &&
  !(Array.isArray(value) && value.length === 0);

const allElements: Shape<"BantElement">[] = ["budget", "authority", "need", "timeline"];
// The element that is asked about, or all four.
export const elementsOf = (criterion: Shape<"Criterion">) =>
  criterion.element ? [criterion.element] : allElements;

const isReachable = (role: DraftRole | undefined) =>
  Boolean(role && (role.contactId !== null || (role.name.trim() && role.reach.trim())));

// Whether the draft answers the criterion, as far as the browser can tell; the server has the last word.
export function isFilled(criterion: Shape<"Criterion">, draft: GateDraft): boolean {
  switch (criterion.kind) {
    case "field_known": {
      if (criterion.field === "next_step") return Boolean(draft.nextStep?.subject.trim());
      if (criterion.field === "contact") return isReachable(draft.roles[criterion.key]);
      const name = patchName(criterion.field);
      return name !== null && isGiven(draft.fields[name]);
    }
    case "amount_at_least":
      return (draft.fields.amount?.minor ?? -1) >= (criterion.minor ?? 0);
    case "bant_level": {
      const answers = elementsOf(criterion).map((element) => draft.bant[element]);
      return answers.every(
        (answer) => answer && reachesLevel(answer.level, criterion.level ?? "weak"),
      );
    }
    case "checklist":
      return draft.checklist[criterion.key] === true;
    case "activity_done":
      return Boolean(draft.activities[criterion.key]?.subject.trim());
    case "role_filled": {
      const role = draft.roles[criterion.key];
      return Boolean(role && (role.contactId !== null || role.name.trim()));
    }
    case "approval":
      return criterion.key in draft.approvals || criterion.key in draft.asks;
    case "custom_known":
    case "custom_equals":
    case "custom_at_least":
      return isGiven(draft.fields.fields?.[criterion.custom_field ?? ""]);
    case "objections_settled":
      return false;
    case "all":
      return (criterion.items ?? []).every((item) => isFilled(item, draft));
    case "any":
      return (criterion.items ?? []).some((item) => isFilled(item, draft));
  }
}

// What a form can do something about. The rest needs another page.
export function isFillable(criterion: Shape<"Criterion">): boolean {
  switch (criterion.kind) {
    case "field_known":
      return (
        patchName(criterion.field) !== null ||
        criterion.field === "next_step" ||
        criterion.field === "contact"
      );
    case "objections_settled":
      return false;
    case "all":
      return (criterion.items ?? []).every((item) => isFillable(item));
    case "any":
      return (criterion.items ?? []).some((item) => isFillable(item));
    default:
      return true;
  }
}

// The part that travels with the move; absent when there is nothing to send.
export function fillsOf(draft: GateDraft): Shape<"MoveFills"> | undefined {
  const fills: Shape<"MoveFills"> = {};
  if (Object.keys(draft.fields).length > 0) fills.fields = draft.fields;
  if (Object.keys(draft.bant).length > 0) fills.bant = draft.bant;
  if (Object.keys(draft.checklist).length > 0) fills.checklist = draft.checklist;
  return Object.keys(fills).length > 0 ? fills : undefined;
}

const keysOf = (criteria: Shape<"Criterion">[]): string[] =>
  criteria.flatMap((criterion) => [criterion.key, ...keysOf(criterion.items ?? [])]);

// Only what still answers these criteria: a record saved by an earlier try is not saved again.
export function draftFor(unmet: Shape<"Criterion">[], draft: GateDraft): GateDraft {
  const keys = new Set(keysOf(unmet));
  const keep = <T>(records: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(records).filter(([key]) => keys.has(key)));
  return {
    ...draft,
    activities: keep(draft.activities),
    roles: keep(draft.roles),
    approvals: keep(draft.approvals),
    asks: keep(draft.asks),
  };
}

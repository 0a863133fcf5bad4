import type { AuditFilters } from "@/api/team/audit";

export const auditKinds = [
  "sign_ins",
  "denials",
  "permissions",
  "records",
  "exports",
  "settings",
] as const;

const day = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value) ? value : undefined;

// Of an address; what makes no sense there is left out.
export function auditFiltersFrom(search: Record<string, unknown>): AuditFilters {
  const actor = Number(search.actor_id);
  const kind = auditKinds.find((each) => each === search.kind);
  const from = day(search.from);
  const to = day(search.to);
  return {
    ...(Number.isSafeInteger(actor) && actor > 0 ? { actor_id: actor } : {}),
    ...(kind ? { kind } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    ...(typeof search.q === "string" && search.q ? { q: search.q } : {}),
  };
}

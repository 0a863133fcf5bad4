import { describe, expect, it } from "vitest";
import { auditFiltersFrom } from "@/features/team/audit/audit-filters";

describe("the filters of an address", () => {
  it("keep what makes sense", () => {
    const search = { actor_id: 7, kind: "denials", from: "2026-01-02", to: "2026-01-03", q: "湖" };
    expect(auditFiltersFrom(search)).toEqual(search);
  });
  it("leave out the rest", () => {
    expect(
      auditFiltersFrom({ actor_id: "me", kind: "gossip", from: "yesterday", to: 3, q: "", x: 1 }),
    ).toEqual({});
  });
});

import { describe, expect, it } from "vitest";
import { accountListQuery, contactListQuery, recordFiltersFrom } from "@/lib/record-filters";

describe("the address of a list", () => {
  it("is read as far as it is well-formed", () => {
    expect(
      recordFiltersFrom({ q: 42, owner: "7", account: "x", region: " ", sort: "-updated" }),
    ).toEqual({ q: "42", owner: 7, sort: "-updated" });
    expect(recordFiltersFrom({ consent: "maybe", sort: "password", owner: -1 })).toEqual({});
    expect(recordFiltersFrom({ consent: "given" })).toEqual({ consent: "given" });
  });

  it("asks each list only for what it knows", () => {
    const filters = { q: "a", region: "North", account: 3, consent: "given" as const };
    expect(accountListQuery(filters)).not.toHaveProperty("account_id");
    expect(contactListQuery(filters)).toMatchObject({ q: "a", account_id: 3, consent: "given" });
  });
});

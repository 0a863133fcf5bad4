import { expect, test } from "vitest";
import { changeLine, type Sayings } from "@/features/deals/deal/timeline/change-words";

const say: Sayings = {
  label: (field) => field.toUpperCase(),
  nothing: "nothing",
  money: ({ minor, currency }) => `${currency} ${minor}`,
  date: (date) => `day ${date}`,
  percent: (value) => `${value}%`,
  person: (id) => (id === 1 ? "Ann" : null),
  source: (key) => `from ${key}`,
  bant: ({ level, evidence }) => `${level}: ${evidence}`,
  done: (done) => (done ? "yes" : "no"),
  custom: (key, value) => `${key} ${String(value)}`,
};
const line = (field: string, before: unknown, after: unknown) =>
  changeLine({ field, before, after }, say);

test("each kind of value is said in its own words", () => {
  expect(line("fields.seats", null, 3)).toEqual({
    label: "FIELDS.SEATS",
    before: "nothing",
    after: "seats 3",
  });
  expect(line("amount", null, { minor: 5, currency: "EUR" })).toEqual({
    label: "AMOUNT",
    before: "nothing",
    after: "EUR 5",
  });
  expect(line("expected_close", "2026-01-01", null)?.before).toBe("day 2026-01-01");
  expect(line("probability", 10, 0)?.after).toBe("0%");
  expect(line("source", "", "fair")?.after).toBe("from fair");
  expect(line("checklist.icp_fit", null, "2026-01-01T00:00:00Z")).toEqual({
    label: "CHECKLIST.ICP_FIT",
    before: "no",
    after: "yes",
  });
  expect(line("bant.need", { level: "unknown", evidence: "" }, null)?.before).toBe("unknown: ");
  expect(line("product_lines", [], [{ name: "Wheel" }, { name: "Axle" }])?.after).toBe(
    "Wheel, Axle",
  );
});

test("what nobody can name is told without values, and what follows from others not at all", () => {
  expect(line("account_id", 1, 2)).toEqual({ label: "ACCOUNT_ID", before: "", after: "" });
  expect(line("owner_id", 1, 77)).toEqual({ label: "OWNER_ID", before: "", after: "" });
  expect(line("team_id", 1, 2)).toBeNull();
});

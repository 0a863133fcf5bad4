import { expect, test } from "vitest";
import { forecastFiltersFrom, monthOf, quarterOf, shiftPeriod } from "@/lib/forecast-filters";

test("a mangled address asks for the present quarter", () => {
  expect(forecastFiltersFrom({ period: "2026-Q5", owner: "x", currency: "eur" })).toEqual({});
  expect(forecastFiltersFrom({ period: "2026-13" })).toEqual({});
  expect(forecastFiltersFrom({ period: "2026-Q4", team: "3", currency: "EUR" })).toEqual({
    period: "2026-Q4",
    team: 3,
    currency: "EUR",
  });
});

test("periods follow one another over the years", () => {
  expect(quarterOf("2026-03-31")).toBe("2026-Q1");
  expect(quarterOf("2026-04-01")).toBe("2026-Q2");
  expect(monthOf("2026-04-01")).toBe("2026-04");
  expect(shiftPeriod("2026-Q4", 1)).toBe("2027-Q1");
  expect(shiftPeriod("2026-Q1", -1)).toBe("2025-Q4");
  expect(shiftPeriod("2026-12", 1)).toBe("2027-01");
  expect(shiftPeriod("2026-01", -13)).toBe("2024-12");
});

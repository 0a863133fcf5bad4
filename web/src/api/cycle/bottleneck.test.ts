import { expect, test } from "vitest";
import { changesText } from "@/api/cycle/bottleneck";

test("changes are written in the order of their stages, without what stays", () => {
  expect(changesText({ 13: { days: 10 }, 12: { lostPercent: 20 }, 14: {} })).toBe("12:20:,13::10");
  expect(changesText({ 2: { lostPercent: 0, days: 1.5 } })).toBe("2:0:1.5");
  expect(changesText({})).toBe("");
});

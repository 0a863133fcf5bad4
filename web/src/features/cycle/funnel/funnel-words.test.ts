import { expect, test } from "vitest";
import type { Funnel, FunnelCohort } from "@/api/cycle/funnel";
import { narrowest, sharesOf, stagesOf } from "@/features/cycle/funnel/funnel-words";

test("the narrowest step is the one from which the fewest come on", () => {
  expect(narrowest([1, 0.8, 0.2, 0.15])).toEqual({ at: 1, share: 0.25 });
  expect(narrowest([1, null, 0.2])).toBeUndefined();
  expect(narrowest([1, 0, null])).toEqual({ at: 0, share: 0 });
  expect(narrowest([])).toBeUndefined();
});

test("few deals have no shares, the entry included", () => {
  const few = { confidence: "none", steps: [{ by_age: null }] } as unknown as FunnelCohort;
  const many = { confidence: "fair", steps: [{ by_age: 0.4 }] } as unknown as FunnelCohort;
  expect(sharesOf(few)).toEqual([null, null]);
  expect(sharesOf(many)).toEqual([1, 0.4]);
});

test("the steps are the entry, the later stages and being won, each with its deals", () => {
  const later = [{ stage_id: 7, name: { en: "Demo", zh: "演示" } }];
  const stages = stagesOf({ later } as unknown as Funnel, "Entered", "Won", (name) => name.en);
  expect(stages.map(({ name, number }) => [name, number])).toEqual([
    ["Entered", { became: "entered" }],
    ["Demo", { became: "reached", reached: 7 }],
    ["Won", { became: "reached" }],
  ]);
});

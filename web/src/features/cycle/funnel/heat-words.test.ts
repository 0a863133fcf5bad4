import { expect, test } from "vitest";
import type { Heat } from "@/api/cycle/heat-map";
import { extremesOf, shownOf } from "@/features/cycle/funnel/heat-words";

const field = (median: number | null, share: number | null, confidence = "fair") => ({
  visits: 30,
  entered: 30,
  median_days: median,
  dwell_confidence: confidence,
  went_on: share,
  went_on_confidence: confidence,
  mature: true,
});

const heat = {
  months: ["2026-01", "2026-02"],
  stages: [
    { stage_id: 1, months: [field(4, 0.8), field(90, 0.1, "low")] },
    { stage_id: 2, months: [field(9, 0.5), field(null, null, "none")] },
  ],
} as unknown as Heat;

test("what few deals tell is shown in grey, what none tell not at all", () => {
  expect(shownOf(heat.stages[0]!.months[1]!, "dwell")).toEqual({ value: 90, sure: false });
  expect(shownOf(heat.stages[1]!.months[1]!, "dwell")).toBeUndefined();
  expect(shownOf(heat.stages[0]!.months[0]!, "went_on")).toEqual({ value: 0.8, sure: true });
});

test("the worst field is one that enough deals tell of", () => {
  expect(extremesOf(heat, "dwell")).toMatchObject({ month: "2026-01", value: 9 });
  expect(extremesOf(heat, "went_on")).toMatchObject({ month: "2026-01", value: 0.5 });
  expect(extremesOf({ ...heat, stages: [] }, "dwell")).toBeUndefined();
});

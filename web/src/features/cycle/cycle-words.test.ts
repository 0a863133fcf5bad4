import { describe, expect, it } from "vitest";
import type { CycleStage } from "@/api/cycle/cycle";
import type { Shape } from "@/api/types";
import { monthsBack } from "@/features/cycle/cycle-filters";
import { axisEnd, daysText, stageName } from "@/features/cycle/cycle-words";

const pipeline = {
  stages: [{ id: 4, name: { en: "Demo", zh: "演示" } }],
} as unknown as Shape<"Pipeline">;

describe("cycle words", () => {
  it("call a stage as the workspace does, in the reader's language", () => {
    expect(stageName({ name: "Demo", stage_id: 4 }, pipeline, "zh")).toBe("演示");
    expect(stageName({ name: "演示", stage_id: null }, pipeline, "en")).toBe("Demo");
    expect(stageName({ name: "Engaging", stage_id: null }, pipeline, "zh")).toBe("Engaging");
  });

  it("give tenths only where they matter", () => {
    expect(daysText("en", 6.24)).toBe("6.2");
    expect(daysText("en", 26.4)).toBe("26");
  });

  it("stretch the axis to the longest thing on it, and never to nothing", () => {
    const stage = (p80: number | null, standard: number | null) =>
      ({
        dwell: { p80_days: p80, p75_days: null, median_days: null },
        standard_days: standard,
      }) as CycleStage;
    expect(axisEnd([stage(10, 30), stage(20, null)])).toBeCloseTo(31.8);
    expect(axisEnd([stage(null, null)])).toBeCloseTo(1.06);
  });

  it("count months back to a day that exists", () => {
    expect(monthsBack("2026-05-31", 3)).toBe("2026-02-28");
    expect(monthsBack("2026-01-15", 12)).toBe("2025-01-15");
  });
});

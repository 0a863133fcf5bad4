import { describe, expect, it } from "vitest";
import type { Shape } from "@/api/types";
import {
  confidenceWord,
  withColumn,
  withNewPipeline,
  withPipeline,
  withStage,
} from "@/features/exchange/mapping";

// What a correction does not look at is left out.
const asPlan = (plan: object) => plan as Pick<Shape<"ImportPlan">, "mapping" | "stages">;

const plan = asPlan({
  stages: [
    { name: "Offer", to: "closing", by: "mapping" },
    { name: "Bin", to: "ignore", by: "mapping" },
    { name: "Talk", to: "demo", by: "position" },
  ],
  mapping: {
    time_zone: "Asia/Shanghai",
    pipeline: "b2b",
    files: [
      {
        file: "a.csv",
        kind: "deals",
        columns: [{ column: "x", field: "amount", decimal: "comma" }],
      },
      { file: "b.csv", columns: [{ column: "x", field: "owner" }] },
    ],
  },
});

describe("correcting a mapping", () => {
  it("changes one column of one file and nothing else", () => {
    const after = withColumn(plan, "a.csv", "x", "stage");
    expect(after.time_zone).toBe("Asia/Shanghai");
    expect(after.files?.find((file) => file.file === "a.csv")).toEqual({
      file: "a.csv",
      kind: "deals",
      columns: [{ column: "x", field: "stage", decimal: "comma" }],
    });
    expect(after.files?.find((file) => file.file === "b.csv")).toEqual(plan.mapping.files[1]);
  });

  it("names a file or column that was not mentioned before", () => {
    const after = withColumn(plan, "c.csv", "y", null);
    expect(after.files?.find((file) => file.file === "c.csv")?.columns).toEqual([
      { column: "y", field: "ignored" },
    ]);
  });
});

describe("choosing stages", () => {
  it("keeps what was chosen and lets what was guessed be guessed again", () => {
    expect(withStage(plan, "Talk", "won").stage_map).toEqual([
      { stage: "Offer", to: "closing" },
      { stage: "Bin", to: "ignore" },
      { stage: "Talk", to: "won" },
    ]);
    expect(withStage(plan, "Offer", "lost").stage_map).toEqual([
      { stage: "Bin", to: "ignore" },
      { stage: "Offer", to: "lost" },
    ]);
  });

  it("forgets the stages of another pipeline, not the endings", () => {
    const after = withPipeline(plan, "b2c");
    expect(after.pipeline).toBe("b2c");
    expect(after.stage_map).toEqual([{ stage: "Bin", to: "ignore" }]);
    const fresh = withNewPipeline(plan, "Partners");
    expect(fresh.new_pipeline).toBe("Partners");
    expect(fresh.pipeline).toBeUndefined();
  });
});

describe("confidence", () => {
  it("is said in three words", () => {
    expect([1, 0.9, 0.89, 0.6, 0.2].map(confidenceWord)).toEqual([
      "sure",
      "sure",
      "likely",
      "likely",
      "guess",
    ]);
  });
});

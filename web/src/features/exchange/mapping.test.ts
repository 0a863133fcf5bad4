import { describe, expect, it } from "vitest";
import type { Shape } from "@/api/types";
import { confidenceWord, withColumn } from "@/features/exchange/mapping";

// What a correction does not look at is left out.
const asPlan = (plan: object) => plan as Pick<Shape<"ImportPlan">, "mapping" | "files">;

const plan = asPlan({
  files: [],
  mapping: {
    time_zone: "Asia/Shanghai",
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

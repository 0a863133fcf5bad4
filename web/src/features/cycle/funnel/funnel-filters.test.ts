import { expect, test } from "vitest";
import { funnelFiltersFrom } from "@/features/cycle/funnel/funnel-filters";

test("the address of the funnel holds a stage and an age, or nothing of what it does not know", () => {
  expect(funnelFiltersFrom({ stage: "4", age: "30", source: "web" })).toEqual({
    stage: 4,
    age: 30,
    source: "web",
  });
  expect(funnelFiltersFrom({ age: "31" })).toEqual({});
  expect(funnelFiltersFrom({ age: 90 })).toEqual({});
});

import { expect, it } from "vitest";
import { countOf, whereFrom, whereText, written } from "@/lib/where";

const either = {
  any: [
    { field: "amount", is: "at_least", values: ["500"] },
    { all: [{ field: "source", is: "empty" }] },
  ],
};

it("reads what it writes", () => {
  const group = whereFrom(either)!;
  expect(group.joint).toBe("any");
  expect(countOf(group)).toBe(2);
  expect(written(group)).toEqual(either);
  expect(whereFrom(whereText(written(group)))).toEqual(group);
});

it("takes a lone condition for a group of one", () => {
  expect(whereFrom({ field: "source", is: "empty" })).toEqual({
    joint: "all",
    parts: [{ field: "source", is: "empty", values: [] }],
  });
});

it("leaves out what is mangled or not filled in", () => {
  expect(whereFrom("{")).toBeUndefined();
  expect(whereFrom(7)).toBeUndefined();
  expect(whereFrom({ all: [{ field: "amount", is: "huge" }] })).toBeUndefined();
  expect(written({ field: "source", is: "any_of", values: ["", ""] })).toBeUndefined();
  expect(
    written({ joint: "all", parts: [{ field: "source", is: "any_of", values: [] }] }),
  ).toBeUndefined();
});

it("does not follow groups deeper than a filter may be", () => {
  const deep = { all: [{ all: [{ all: [{ all: [{ field: "source", is: "empty" }] }] }] }] };
  expect(whereFrom(deep)).toBeUndefined();
});

import { expect, it } from "vitest";
import { columnsFrom, isSameList, parametersOf } from "@/lib/kept-list";

it("keeps what is asked for, as texts", () => {
  expect(parametersOf({ q: "", status: ["open", "won"], owner_id: 7, sort: undefined })).toEqual({
    status: "open,won",
    owner_id: "7",
  });
});

it("compares lists whatever the order of their parameters", () => {
  const one = { parameters: { a: "1", b: "2" }, columns: ["name"] };
  expect(isSameList(one, { parameters: { b: "2", a: "1" }, columns: ["name"] })).toBe(true);
  expect(isSameList(one, { parameters: { a: "1" }, columns: ["name"] })).toBe(false);
  expect(isSameList(one, { ...one, columns: ["name", "owner"] })).toBe(false);
});

it("reads the columns it knows, each once", () => {
  expect(columnsFrom("owner.name.colour.owner", ["name", "owner"])).toEqual(["owner", "name"]);
  expect(columnsFrom(undefined, ["name"])).toEqual([]);
});

it("reads the organisation's own columns where there can be any", () => {
  const text = "fields.region.name.fields.go_live.fields";
  expect(columnsFrom(text, ["name"], { custom: true })).toEqual([
    "fields.region",
    "name",
    "fields.go_live",
  ]);
  expect(columnsFrom(text, ["name"])).toEqual(["name"]);
});

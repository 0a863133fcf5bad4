import { expect, test } from "vitest";
import { differences, draftOf, toggled } from "@/features/team/roles/matrix";

const rep = {
  id: 3,
  key: "rep",
  name: "",
  kind: "rep" as const,
  permissions: ["deals.write", "exports.run"],
  changes: "own" as const,
  version: 1,
};

test("an untouched role has no difference, nor one put back as it was", () => {
  expect(differences([rep], {})).toEqual([]);
  const twice = toggled(toggled(draftOf(rep), "deals.write"), "deals.write");
  expect(differences([rep], { rep: twice })).toEqual([]);
});

test("what is given, taken and reached is told apart", () => {
  const draft = toggled(toggled(draftOf(rep), "deals.assign"), "exports.run");
  expect(differences([rep], { rep: { ...draft, changes: "team" } })).toEqual([
    { role: rep, given: ["deals.assign"], taken: ["exports.run"], changes: "team" },
  ]);
});

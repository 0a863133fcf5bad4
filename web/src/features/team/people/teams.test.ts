import { describe, expect, it } from "vitest";
import { isBelow } from "@/features/team/people/teams";

const team = (id: number, parent_id: number | null) => ({
  id,
  parent_id,
  name: `T${id}`,
  version: 1,
});

describe("where a team lies", () => {
  const top = team(1, null);
  const middle = team(2, 1);
  const leaf = team(3, 2);
  const other = team(4, 1);
  const teams = [top, middle, leaf, other];
  it("is below itself and all above it, and no other", () => {
    expect(teams.filter((above) => isBelow(teams, leaf, above))).toEqual([top, middle, leaf]);
    expect(teams.filter((each) => isBelow(teams, each, middle))).toEqual([middle, leaf]);
  });
});

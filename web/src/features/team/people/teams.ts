import type { Shape } from "@/api/types";

type Team = Shape<"Team">;

// Whether `team` lies below `above`, or is the same.
export function isBelow(teams: Team[], team: Team, above: Team): boolean {
  let at: Team | undefined = team;
  while (at) {
    if (at.id === above.id) return true;
    const parent: number | null | undefined = at.parent_id;
    at = teams.find((each) => each.id === parent);
  }
  return false;
}

import { expect, test } from "vitest";
import type { Shape } from "@/api/types";
import { missingRoles } from "@/features/deals/deal/committee/missing-roles";

const criterion = (
  kind: Shape<"CriterionKind">,
  role: Shape<"CommitteeRole"> | null,
  items: Shape<"Criterion">[] = [],
) => ({ key: `${kind}${role}`, kind, role, items }) as unknown as Shape<"Criterion">;
const member = (role: Shape<"CommitteeRole">) => ({ role }) as Shape<"CommitteePerson">;

test("names the roles the standard asks for, nested ones too, once each", () => {
  const deal = {
    gate_checks: [
      { criterion: criterion("role_filled", "champion"), met: false },
      { criterion: criterion("role_filled", "blocker"), met: true },
      {
        criterion: criterion("all", null, [
          criterion("role_filled", "decision_maker"),
          criterion("role_filled", "champion"),
          criterion("checklist", null),
        ]),
        met: false,
      },
    ],
    committee: [member("user")],
  };
  expect(missingRoles(deal)).toEqual(["champion", "decision_maker"]);
  expect(missingRoles({ ...deal, committee: [member("champion")] })).toEqual(["decision_maker"]);
});

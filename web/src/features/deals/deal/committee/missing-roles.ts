import type { Shape } from "@/api/types";

const inside = (criterion: Shape<"Criterion">): Shape<"Criterion">[] => [
  criterion,
  ...(criterion.items ?? []).flatMap(inside),
];

// The roles that the standard of the deal's stage asks for and nobody fills yet, each once.
export function missingRoles(
  deal: Pick<Shape<"DealDetail">, "gate_checks" | "committee">,
): Shape<"CommitteeRole">[] {
  const filled = new Set(deal.committee.map((member) => member.role));
  const asked = deal.gate_checks
    .filter((check) => !check.met)
    .flatMap((check) => inside(check.criterion))
    .flatMap((criterion) =>
      criterion.kind === "role_filled" && criterion.role ? [criterion.role] : [],
    );
  return [...new Set(asked)].filter((role) => !filled.has(role));
}

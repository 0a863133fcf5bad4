import type { Funnel, FunnelCohort, FunnelNumber } from "@/api/cycle/funnel";

// A step of the funnel: the entry, each later stage, and being won.
export interface FunnelStage {
  key: string;
  name: string;
  number: FunnelNumber;
}

export function stagesOf(
  funnel: Funnel,
  entered: string,
  won: string,
  local: (name: Funnel["later"][number]["name"]) => string,
): FunnelStage[] {
  return [
    { key: "entered", name: entered, number: { became: "entered" } },
    ...funnel.later.map(({ stage_id: id, name }) => ({
      key: String(id),
      name: local(name),
      number: { became: "reached" as const, reached: id },
    })),
    { key: "won", name: won, number: { became: "reached" as const } },
  ];
}

// The share that had reached each stage of `stagesOf`, the entry included; null: cannot be told.
export const sharesOf = (cohort: FunnelCohort): (number | null)[] => [
  cohort.confidence === "none" ? null : 1,
  ...cohort.steps.map((step) => step.by_age),
];

// The step from which the fewest come on, by its place before it; undefined where nothing tells.
export function narrowest(shares: (number | null)[]): { at: number; share: number } | undefined {
  let found: { at: number; share: number } | undefined;
  for (let at = 0; at + 1 < shares.length; at += 1) {
    const before = shares[at];
    const after = shares[at + 1];
    if (!before || after === null || after === undefined) continue;
    const share = after / before;
    if (!found || share < found.share) found = { at, share };
  }
  return found;
}

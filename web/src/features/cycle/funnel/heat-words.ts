import type { Heat, HeatField } from "@/api/cycle/heat-map";

export type HeatMeasure = "dwell" | "went_on";

// What a field tells of a measure; undefined where too few deals tell. `sure`: enough for a colour.
export function shownOf(
  field: HeatField,
  measure: HeatMeasure,
): { value: number; sure: boolean } | undefined {
  const value = measure === "dwell" ? field.median_days : field.went_on;
  if (value === null) return undefined;
  const confidence = measure === "dwell" ? field.dwell_confidence : field.went_on_confidence;
  return { value, sure: confidence === "fair" };
}

// Where deals stay longest, or the fewest go on, of what is sure.
export function extremesOf(heat: Heat, measure: HeatMeasure) {
  let found: { stage: Heat["stages"][number]; month: string; value: number } | undefined;
  for (const stage of heat.stages)
    for (const [at, field] of stage.months.entries()) {
      const shown = shownOf(field, measure);
      if (!shown?.sure) continue;
      const worse =
        !found || (measure === "dwell" ? shown.value > found.value : shown.value < found.value);
      if (worse) found = { stage, month: heat.months[at] ?? "", value: shown.value };
    }
  return found;
}

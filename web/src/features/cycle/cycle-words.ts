import type { CycleStage } from "@/api/cycle/cycle";
import type { Shape } from "@/api/types";
import type { Lang } from "@/i18n";
import { formatNumber } from "@/lib/format";

// The workspace's own name for the stage where it is one of its stages; else what the data call it.
export function stageName(
  stage: Pick<CycleStage, "name" | "stage_id">,
  pipeline: Shape<"Pipeline">,
  lang: Lang,
): string {
  const known = pipeline.stages.find(
    (each) =>
      each.id === stage.stage_id || each.name.en === stage.name || each.name.zh === stage.name,
  );
  return known ? known.name[lang] || stage.name : stage.name;
}

// Whole days, but tenths below ten, where they matter.
export const daysText = (lang: Lang, days: number) => formatNumber(lang, days, days < 10 ? 1 : 0);

// The right end of the shared time axis: far enough for every bar, its interval and its standard.
export function axisEnd(stages: CycleStage[]): number {
  const ends = stages.flatMap((stage) => [
    stage.dwell.p80_days ?? 0,
    stage.dwell.p75_days ?? 0,
    stage.dwell.median_days ?? 0,
    stage.standard_days ?? 0,
  ]);
  return Math.max(1, ...ends) * 1.06;
}

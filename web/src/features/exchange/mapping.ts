import type { Shape } from "@/api/types";

// Where a stage of the files may go besides the stages of a pipeline.
export const stageWords = ["won", "lost", "on_hold", "ignore"] as const;

type Planned = Pick<Shape<"ImportPlan">, "mapping" | "stages">;

// The mapping with only those stages that somebody chose: the others are found anew, so that what
// was guessed stays marked as guessed.
function saidOf(plan: Planned): Shape<"MappingInput"> {
  const said = plan.stages.filter((stage) => stage.by === "mapping");
  return {
    ...plan.mapping,
    stage_map: said.map((stage) => ({ stage: stage.name, to: stage.to })),
  };
}

export function withStage(plan: Planned, stage: string, to: string): Shape<"MappingInput"> {
  const mapping = saidOf(plan);
  const others = (mapping.stage_map ?? []).filter((each) => each.stage !== stage);
  return { ...mapping, stage_map: [...others, { stage, to }] };
}

// Another pipeline has other stages; what ends a deal, pauses it or is ignored stays so.
function withoutStages(plan: Planned): Shape<"MappingInput"> {
  const { pipeline: _, new_pipeline: __, ...mapping } = saidOf(plan);
  const isWord = (to: string) => stageWords.some((word) => word === to);
  return { ...mapping, stage_map: (mapping.stage_map ?? []).filter((each) => isWord(each.to)) };
}

export const withPipeline = (plan: Planned, key: string): Shape<"MappingInput"> => ({
  ...withoutStages(plan),
  pipeline: key,
});

// Its other stages keep what was said of them where the pipeline was a new one before.
export const withNewPipeline = (plan: Planned, name: string): Shape<"MappingInput"> => ({
  ...(plan.mapping.new_pipeline ? saidOf(plan) : withoutStages(plan)),
  new_pipeline: name,
});

// The mapping with one column of one file understood otherwise. What was decided about the other
// columns is kept, so that a correction never loosens another.
export function withColumn(
  plan: Planned,
  fileName: string,
  header: string,
  field: Shape<"Field"> | null,
  customField: string | null = null,
): Shape<"MappingInput"> {
  const known = plan.mapping.files;
  const entry = known.find((file) => file.file === fileName);
  const columns = entry?.columns ?? [];
  const { custom_field: _, ...before } =
    columns.find((each) => each.column === header) ?? ({} as Shape<"ColumnMappingInput">);
  const column: Shape<"ColumnMappingInput"> = {
    ...before,
    column: header,
    field: field ?? "ignored",
    ...(customField ? { custom_field: customField } : {}),
  };
  return {
    ...saidOf(plan),
    files: [
      ...known.filter((file) => file.file !== fileName),
      {
        ...entry,
        file: fileName,
        columns: [...columns.filter((each) => each.column !== header), column],
      },
    ],
  };
}

// The organisation's own field that a column fills; null where it fills none.
export const customFieldOf = (plan: Planned, fileName: string, header: string): string | null =>
  plan.mapping.files
    .find((file) => file.file === fileName)
    ?.columns.find((column) => column.column === header)?.custom_field ?? null;

export function confidenceWord(confidence: number): "sure" | "likely" | "guess" {
  if (confidence >= 0.9) return "sure";
  return confidence >= 0.6 ? "likely" : "guess";
}

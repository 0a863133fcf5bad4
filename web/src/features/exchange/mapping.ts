import type { Shape } from "@/api/types";

// The mapping with one column of one file understood otherwise. What was decided about the other
// columns is kept, so that a correction never loosens another.
export function withColumn(
  plan: Pick<Shape<"ImportPlan">, "mapping" | "files">,
  fileName: string,
  header: string,
  field: Shape<"Field"> | null,
): Shape<"MappingInput"> {
  const known = plan.mapping.files;
  const entry = known.find((file) => file.file === fileName);
  const columns = entry?.columns ?? [];
  const column: Shape<"ColumnMappingInput"> = {
    ...columns.find((each) => each.column === header),
    column: header,
    field: field ?? "ignored",
  };
  return {
    ...plan.mapping,
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

export function confidenceWord(confidence: number): "sure" | "likely" | "guess" {
  if (confidence >= 0.9) return "sure";
  return confidence >= 0.6 ? "likely" : "guess";
}

// What an editor does to a pipeline, as values: nothing here knows of a screen.
import type { Shape } from "@/api/types";

export type Pipeline = Shape<"Pipeline">;
export type Stage = Shape<"Stage">;
export type Criterion = Shape<"Criterion">;
export type Localized = Shape<"Localized">;

export const depthMax = 3;

// A key nobody has used before, not even in a version that is gone: what deals have ticked is kept
// by it.
export function newKey(prefix: string): string {
  const random = crypto.getRandomValues(new Uint32Array(2));
  return `${prefix}_${Array.from(random, (each) => each.toString(36)).join("")}`;
}

export function moved<T>(list: T[], from: number, to: number): T[] {
  const copy = [...list];
  copy.splice(to, 0, ...copy.splice(from, 1));
  return copy;
}

export const replaced = <T>(list: T[], at: number, next: T): T[] =>
  list.map((each, index) => (index === at ? next : each));

export const without = <T>(list: T[], at: number): T[] => list.filter((_, index) => index !== at);

// Open stages come before the others, so a stage moves among those.
export function mayMove(stages: Stage[], from: number, to: number): boolean {
  return stages[from]?.kind === "open" && stages[to]?.kind === "open";
}

export function newStage(): Omit<Stage, "id"> {
  return {
    key: newKey("s"),
    kind: "open",
    name: { en: "", zh: "" },
    probability: 50,
    standard: { amount: 5, unit: "business_days" },
    goal: { en: "", zh: "" },
    key_activities: [],
    guidance: { en: "", zh: "" },
    exit_criteria: [],
  };
}

// Behind the last open stage.
export function withNewStage(pipeline: Pipeline): { pipeline: Pipeline; at: number } {
  const at = pipeline.stages.filter((stage) => stage.kind === "open").length;
  const stages = [...pipeline.stages];
  stages.splice(at, 0, newStage() as Stage);
  return { pipeline: { ...pipeline, stages }, at };
}

const empty = {
  field: null,
  minor: null,
  activity_kind: null,
  direction: null,
  element: null,
  level: null,
  role: null,
  approval: null,
  items: [] as Criterion[],
  custom_field: null,
  value: null,
};

// A criterion of this kind with what the kind cannot do without.
export function newCriterion(kind: Criterion["kind"], depth = 1): Criterion {
  const criterion: Criterion = { ...empty, key: newKey("c"), kind, label: { en: "", zh: "" } };
  if (kind === "field_known") criterion.field = "amount";
  if (kind === "amount_at_least") criterion.minor = 0;
  if (kind === "bant_level") criterion.level = "weak";
  if (kind === "role_filled") criterion.role = "decision_maker";
  if ((kind === "all" || kind === "any") && depth < depthMax)
    criterion.items = [newCriterion("checklist", depth + 1)];
  return criterion;
}

// The same criterion asking something else; its words stay.
export function ofKind(criterion: Criterion, kind: Criterion["kind"], depth: number): Criterion {
  const next = newCriterion(kind, depth);
  const isGroup = (each: Criterion["kind"]) => each === "all" || each === "any";
  return {
    ...next,
    key: criterion.key,
    label: criterion.label,
    ...(isGroup(kind) && isGroup(criterion.kind) ? { items: criterion.items ?? [] } : {}),
  };
}

// As the server reads it: a new stage has no id yet, and empty lines are nothing.
export function asInput(pipeline: Pipeline): Shape<"PipelineInput"> {
  const hasWords = (text: Localized) => text.en.trim() !== "" || text.zh.trim() !== "";
  return {
    ...pipeline,
    retired_stages: [],
    stages: pipeline.stages.map(({ id, ...stage }) => ({
      ...(id ? { id } : {}),
      ...stage,
      key_activities: stage.key_activities.filter(hasWords),
    })),
  };
}

// Where two versions of the same draft differ, for somebody to choose between them.
export interface Difference {
  what: string;
  mine: string;
  theirs: string;
}

export function differences(
  mine: Pipeline,
  theirs: Pipeline,
  local: (text: Localized | null | undefined) => string,
): Difference[] {
  const found: Difference[] = [];
  const text = (value: unknown) => JSON.stringify(value);
  const compare = (what: string, a: unknown, b: unknown, show: (value: unknown) => string) => {
    if (text(a) !== text(b)) found.push({ what, mine: show(a), theirs: show(b) });
  };
  const plain = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value !== "object") return String(value);
    if (Array.isArray(value)) return value.map(plain).join(", ");
    if ("label" in value) return plain((value as Criterion).label);
    if ("name" in value) return plain((value as Stage).name);
    if ("en" in value) return local(value as Localized) || "–";
    return Object.values(value).map(plain).join(" ");
  };
  compare("name", mine.name, theirs.name, plain);
  for (const field of [
    "allow_skip",
    "allow_back",
    "idle_after",
    "loss_reasons",
    "sources",
  ] as const)
    compare(field, mine[field], theirs[field], plain);
  compare(
    "stages",
    mine.stages.map((s) => s.name),
    theirs.stages.map((s) => s.name),
    plain,
  );
  for (const stage of mine.stages) {
    const other = theirs.stages.find((each) => each.key === stage.key);
    if (!other) continue;
    for (const field of [
      "probability",
      "standard",
      "goal",
      "key_activities",
      "guidance",
      "exit_criteria",
    ] as const)
      compare(`${local(stage.name)} · ${field}`, stage[field], other[field], plain);
  }
  return found;
}

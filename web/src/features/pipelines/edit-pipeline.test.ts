import { describe, expect, it } from "vitest";
import {
  asInput,
  differences,
  mayMove,
  moved,
  newCriterion,
  ofKind,
  type Pipeline,
  type Stage,
  withNewStage,
} from "@/features/pipelines/edit-pipeline";

const stage = (key: string, kind: Stage["kind"] = "open"): Stage => ({
  id: 1,
  key,
  kind,
  name: { en: key, zh: key },
  probability: 10,
  standard: null,
  goal: { en: "", zh: "" },
  key_activities: [],
  guidance: { en: "", zh: "" },
  exit_criteria: [],
});
const pipeline: Pipeline = {
  id: 1,
  key: "p",
  name: { en: "P", zh: "P" },
  version_number: 1,
  allow_skip: false,
  allow_back: true,
  stages: [stage("a"), stage("b"), stage("won", "won"), stage("lost", "lost")],
  loss_reasons: [],
  sources: [],
  idle_after: null,
  retired_stages: [],
  archived: false,
};
const local = (text: { en: string } | null | undefined) => text?.en ?? "";

describe("editing a pipeline", () => {
  it("moves an entry forward and back", () => {
    expect(moved(["a", "b", "c"], 0, 2)).toEqual(["b", "c", "a"]);
    expect(moved(["a", "b", "c"], 2, 0)).toEqual(["c", "a", "b"]);
  });

  it("keeps open stages before the others", () => {
    expect(mayMove(pipeline.stages, 0, 1)).toBe(true);
    expect(mayMove(pipeline.stages, 1, 2)).toBe(false);
    const added = withNewStage(pipeline);
    expect(added.at).toBe(2);
    expect(added.pipeline.stages.map((each) => each.kind)).toEqual([
      "open",
      "open",
      "open",
      "won",
      "lost",
    ]);
  });

  it("sends a new stage without an id and no empty lines", () => {
    const { pipeline: next } = withNewStage(pipeline);
    next.stages[0] = {
      ...stage("a"),
      key_activities: [
        { en: "", zh: " " },
        { en: "Call", zh: "" },
      ],
    };
    const input = asInput(next);
    expect("id" in (input.stages[2] ?? {})).toBe(false);
    expect(input.stages[0]?.key_activities).toEqual([{ en: "Call", zh: "" }]);
  });

  it("gives each kind of criterion what it cannot do without", () => {
    expect(newCriterion("bant_level").level).toBe("weak");
    expect(newCriterion("any").items).toHaveLength(1);
    expect(newCriterion("any", 3).items).toHaveLength(0);
    const label = { en: "Money", zh: "钱" };
    const changed = ofKind({ ...newCriterion("checklist"), label }, "amount_at_least", 1);
    expect(changed.label).toEqual(label);
    expect(changed.minor).toBe(0);
  });

  it("names both values where two drafts differ", () => {
    const theirs = {
      ...pipeline,
      stages: [{ ...stage("a"), probability: 30 }, ...pipeline.stages.slice(1)],
    };
    expect(differences(pipeline, theirs, local)).toEqual([
      { what: "a · probability", mine: "10", theirs: "30" },
    ]);
    expect(differences(pipeline, pipeline, local)).toEqual([]);
  });
});

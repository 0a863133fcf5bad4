import { describe, expect, it } from "vitest";
import type { Shape } from "@/api/types";
import { asksReason, moveCard, moveKind, nextStage } from "@/features/deals/move/move-rules";

const words = { en: "", zh: "" };
const stage = (id: number, kind: Shape<"StageKind">): Shape<"Stage"> => ({
  id,
  key: `s${id}`,
  kind,
  name: words,
  probability: 10,
  standard: { amount: 5, unit: "business_days" },
  goal: words,
  key_activities: [],
  guidance: words,
  exit_criteria: [],
});
const [one, two, hold, won, lost] = [
  stage(1, "open"),
  stage(2, "open"),
  stage(3, "on_hold"),
  stage(4, "won"),
  stage(5, "lost"),
] as [Shape<"Stage">, Shape<"Stage">, Shape<"Stage">, Shape<"Stage">, Shape<"Stage">];

const card = (id: number, stageId: number, minor: number | null): Shape<"DealCard"> => ({
  id,
  version: 1,
  name: `deal ${id}`,
  account: null,
  concerns: [],
  owner: { id: 1, name: "Ada" },
  pipeline_id: 1,
  probability: 10,
  created_at: "",
  updated_at: "",
  fields: {},
  stage_id: stageId,
  amount: minor === null ? null : { minor, currency: "CNY" },
  expected_close: null,
  waiting: { on: "us", since: "" },
  age: { elapsed: 9, standard: 5, unit: "business_days", over: true, since: "" },
  next_step: null,
  gate: { met: 0, total: 0 },
  status: "open",
  source: "",
});
const column = (stageId: number, cards: Shape<"DealCard">[]): Shape<"BoardColumn"> => ({
  stage_id: stageId,
  count: cards.length,
  amounts: [
    { minor: cards.reduce((sum, each) => sum + (each.amount?.minor ?? 0), 0), currency: "CNY" },
  ],
  weighted: [],
  over_standard: cards.filter((each) => each.age.over).length,
  without_next_step: cards.length,
  cards,
  next_cursor: null,
});

const road = { id: 1, stages: [one, two, hold, won, lost] } as unknown as Shape<"Pipeline">;

describe("the kind of a move", () => {
  it("follows position and the kinds of both stages", () => {
    expect(moveKind(road, one, two)).toBe("forward");
    expect(moveKind(road, two, one)).toBe("backward");
    expect(moveKind(road, one, hold)).toBe("hold");
    expect(moveKind(road, hold, one)).toBe("resume");
    expect(moveKind(road, two, won)).toBe("won");
    expect(moveKind(road, two, lost)).toBe("lost");
    expect(moveKind(road, lost, one)).toBe("reopen");
    expect(moveKind(road, won, lost)).toBe("reopen");
  });

  it("asks why exactly when something is given up or taken back", () => {
    expect(["forward", "resume", "won"].map((kind) => asksReason(kind as never))).toEqual([
      false,
      false,
      false,
    ]);
    expect(["backward", "lost", "reopen", "hold"].every((kind) => asksReason(kind as never))).toBe(
      true,
    );
  });
});

describe("advance", () => {
  const pipeline = { id: 1, stages: [one, two, won, lost] } as unknown as Shape<"Pipeline">;
  it("leads to the next open stage, then to won", () => {
    expect(nextStage(pipeline, 1)?.id).toBe(2);
    expect(nextStage(pipeline, 2)?.id).toBe(4);
    expect(nextStage(pipeline, 5)).toBeNull();
  });
});

describe("an optimistic move", () => {
  const board: Shape<"Board"> = {
    pipeline_id: 1,
    columns: [column(1, [card(7, 1, 300), card(8, 1, null)]), column(2, [card(9, 2, 50)])],
  };

  it("carries the card, its count and its amount to the other column", () => {
    const after = moveCard(board, 7, two);
    expect(after.columns.map((each) => each.count)).toEqual([1, 2]);
    expect(after.columns.map((each) => each.amounts[0]?.minor)).toEqual([0, 350]);
    expect(after.columns[0]?.over_standard).toBe(1);
    expect(after.columns[1]?.cards[0]).toMatchObject({
      id: 7,
      stage_id: 2,
      age: { elapsed: 0, over: false },
    });
  });

  it("leaves the board before untouched, so that it can be put back whole", () => {
    const before = structuredClone(board);
    moveCard(board, 7, two);
    expect(board).toEqual(before);
  });

  it("does nothing for a card it does not show, or one that is there already", () => {
    expect(moveCard(board, 404, two)).toBe(board);
    expect(moveCard(board, 9, two)).toBe(board);
  });
});

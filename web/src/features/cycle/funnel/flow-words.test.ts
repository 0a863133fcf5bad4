import { expect, test } from "vitest";
import type { Flow } from "@/api/cycle/flow";
import { drawnOf, movesBack } from "@/features/cycle/funnel/flow-words";

const stage = (id: number, again = false) => ({ at: "stage", stage_id: id, again });
const end = (at: string) => ({ at, stage_id: null, again: false });
const move = (from: object, to: object, moves: number, more = {}) => ({
  from,
  to,
  moves,
  amount: { minor: 100 * moves, currency: "EUR" },
  median_days: null,
  back: false,
  ...more,
});

const flow = {
  stages: [{ stage_id: 1 }, { stage_id: 2 }, { stage_id: 3 }],
  points: [
    { point: stage(1), visits: 5 },
    { point: stage(1, true), visits: 1 },
    { point: stage(2), visits: 4 },
    { point: stage(3), visits: 1 },
  ],
  moves: [
    move(end("new"), stage(1), 5),
    move(stage(1), stage(2), 3),
    move(stage(1), end("lost"), 2),
    move(stage(1, true), end("open"), 1),
    move(stage(2), stage(1, true), 1, { back: true }),
    move(stage(2), stage(3), 1),
    move(stage(3), stage(2), 1),
    move(stage(2), end("won"), 1),
  ],
} as unknown as Flow;

test("the flow is drawn from left to right, moves back and from hold apart", () => {
  const { boxes, bands } = drawnOf(flow, "moves");
  expect(boxes).toEqual([
    { key: "1", column: 0, value: 5 },
    { key: "1+", column: 0, value: 1 },
    { key: "2", column: 1, value: 4 },
    { key: "3", column: 2, value: 1 },
    { key: "won", column: 3, value: 1 },
    { key: "open", column: 3, value: 1 },
    { key: "lost", column: 3, value: 2 },
  ]);
  expect(bands).toHaveLength(5);
  expect(bands[0]).toEqual({ from: "1", to: "2", value: 3 });
  expect(movesBack(flow)).toHaveLength(1);
});

test("the flow is drawn by worth, too", () => {
  const { boxes, bands } = drawnOf(flow, "amount");
  expect(bands[0]?.value).toBe(300);
  expect(boxes.find((box) => box.key === "1")?.value).toBe(500);
});

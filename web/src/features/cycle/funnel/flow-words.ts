import type { Flow, FlowMove, FlowPoint } from "@/api/cycle/flow";
import type { FlowBand, FlowBox } from "@/features/cycle/funnel/sankey-layout";

const ends = ["won", "open", "lost", "left"] as const;

export const keyOf = ({ at, stage_id: stage, again }: FlowPoint) =>
  at === "stage" ? `${stage}${again ? "+" : ""}` : at;

// What is drawn from left to right: the moves on and out, by count or by worth. Moves back, and those
// from being on hold, are in the tables alone.
export function drawnOf(flow: Flow, by: "moves" | "amount") {
  const weigh = ({ moves, amount }: FlowMove) => (by === "moves" ? moves : (amount?.minor ?? 0));
  const columnOf = new Map(flow.stages.map((stage, column) => [stage.stage_id, column]));
  const columnAt = ({ at, stage_id: stage }: FlowPoint) =>
    at === "stage" ? (columnOf.get(stage ?? -1) ?? 0) : flow.stages.length;
  const onward = flow.moves.filter(
    (move) => move.from.at === "stage" && columnAt(move.to) > columnAt(move.from),
  );
  const bands: FlowBand[] = onward.map((move) => ({
    from: keyOf(move.from),
    to: keyOf(move.to),
    value: weigh(move),
  }));
  const sum = (moves: FlowMove[]) => moves.reduce((total, move) => total + weigh(move), 0);
  const boxes: FlowBox[] = flow.points.map(({ point }) => ({
    key: keyOf(point),
    column: columnOf.get(point.stage_id ?? -1) ?? 0,
    value: Math.max(
      sum(flow.moves.filter((move) => keyOf(move.from) === keyOf(point))),
      sum(flow.moves.filter((move) => keyOf(move.to) === keyOf(point))),
    ),
  }));
  boxes.sort((a, b) => a.column - b.column || a.key.length - b.key.length);
  for (const end of ends) {
    const value = sum(onward.filter((move) => move.to.at === end));
    if (value > 0) boxes.push({ key: end, column: flow.stages.length, value });
  }
  return { boxes, bands, onward };
}

export const movesBack = (flow: Flow) =>
  flow.moves.filter((move) => move.back).sort((a, b) => b.moves - a.moves);

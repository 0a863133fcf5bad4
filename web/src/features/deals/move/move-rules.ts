import type { Shape } from "@/api/types";

export type MoveKind = "forward" | "backward" | "hold" | "resume" | "won" | "lost" | "reopen";

// What kind of move it would be. The server decides whether it may happen; this decides only what
// to ask for beforehand.
export function moveKind(
  pipeline: Shape<"Pipeline">,
  from: Shape<"Stage">,
  to: Shape<"Stage">,
): MoveKind {
  const closed = from.kind === "won" || from.kind === "lost";
  if (closed) return "reopen";
  if (to.kind === "lost") return "lost";
  if (to.kind === "won") return "won";
  if (to.kind === "on_hold") return "hold";
  if (from.kind === "on_hold") return "resume";
  const place = (stage: Shape<"Stage">) => pipeline.stages.findIndex(({ id }) => id === stage.id);
  return place(to) < place(from) ? "backward" : "forward";
}

export const asksReason = (kind: MoveKind) =>
  kind === "backward" || kind === "lost" || kind === "reopen" || kind === "hold";

// Where Advance leads: the next open stage, or won from the last.
export function nextStage(pipeline: Shape<"Pipeline">, stageId: number): Shape<"Stage"> | null {
  const open = pipeline.stages.filter((stage) => stage.kind === "open");
  const at = open.findIndex((stage) => stage.id === stageId);
  if (at < 0) return null;
  return open[at + 1] ?? pipeline.stages.find((stage) => stage.kind === "won") ?? null;
}

export function stageOf(pipeline: Shape<"Pipeline">, id: number): Shape<"Stage"> {
  const stage = pipeline.stages.find((each) => each.id === id);
  if (!stage) throw new Error(`no stage ${id} in pipeline ${pipeline.id}`);
  return stage;
}

// The board as it will look once the server agrees. Totals follow the card, so the columns stay
// honest during the moment between drop and answer; the weighting is left to the server.
export function moveCard(
  board: Shape<"Board">,
  dealId: number,
  to: { id: number; standard: { amount: number } | null; kind: Shape<"StageKind"> },
): Shape<"Board"> {
  const source = board.columns.find((column) => column.cards.some((card) => card.id === dealId));
  const card = source?.cards.find((each) => each.id === dealId);
  if (!source || !card || source.stage_id === to.id) return board;
  const moved: Shape<"DealCard"> = {
    ...card,
    stage_id: to.id,
    status: to.kind,
    age: { ...card.age, elapsed: 0, standard: to.standard?.amount ?? null, over: false },
  };
  return {
    ...board,
    columns: board.columns.map((column) => {
      if (column.stage_id === source.stage_id)
        return {
          ...column,
          count: column.count - 1,
          amounts: addAmount(column.amounts, card.amount, -1),
          over_standard: column.over_standard - (card.age.over ? 1 : 0),
          without_next_step: column.without_next_step - (card.next_step ? 0 : 1),
          cards: column.cards.filter((each) => each.id !== dealId),
        };
      if (column.stage_id === to.id)
        return {
          ...column,
          count: column.count + 1,
          amounts: addAmount(column.amounts, card.amount, 1),
          without_next_step: column.without_next_step + (card.next_step ? 0 : 1),
          cards: [moved, ...column.cards],
        };
      return column;
    }),
  };
}

function addAmount(
  amounts: Shape<"Money">[],
  amount: Shape<"Money"> | null,
  sign: 1 | -1,
): Shape<"Money">[] {
  if (!amount) return amounts;
  const known = amounts.some((each) => each.currency === amount.currency);
  if (!known) return sign > 0 ? [...amounts, amount] : amounts;
  return amounts.map((each) =>
    each.currency === amount.currency ? { ...each, minor: each.minor + sign * amount.minor } : each,
  );
}

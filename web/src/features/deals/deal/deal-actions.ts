import {
  IconArrowBackUp,
  IconArrowRight,
  IconArrowsExchange,
  IconCheck,
  IconPhonePlus,
  IconPlayerPause,
  IconX,
} from "@tabler/icons-react";
import { useMemo } from "react";
import type { Shape } from "@/api/types";
import { useDealPage } from "@/features/deals/deal/deal-context";
import type { StepMode } from "@/features/deals/deal/step/next-step-panel";
import { nextStage } from "@/features/deals/move/move-rules";
import { useMover } from "@/features/deals/move/use-move";
import { useT } from "@/i18n";
import { type Action, useActions } from "@/lib/actions";

export type DealActions = Partial<
  Record<"advance" | "reopen" | "move" | "lose" | "hold" | "done" | "log", Action>
>;

// What can be done with the deal on the page. Each stands on a button, a key and in the palette; one
// that does not apply is absent.
export function useDealActions(onStep: (mode: StepMode) => void): DealActions {
  const { t, local } = useT();
  const { deal, pipeline, mayWrite } = useDealPage();
  const mover = useMover();
  const actions = useMemo<DealActions>(() => {
    if (!mayWrite) return {};
    const first = (kind: Shape<"StageKind">) =>
      pipeline.stages.find((stage) => stage.kind === kind);
    const moveTo = (
      id: string,
      to: Shape<"Stage"> | null | undefined,
      more: Pick<Action, "label" | "icon" | "shortcut">,
    ): Action | undefined =>
      to ? { id, group: "do", ...more, run: () => mover.move(deal, to) } : undefined;
    const closed = deal.status === "won" || deal.status === "lost";
    const next = nextStage(pipeline, deal.stage_id);
    return {
      advance: moveTo("deal:advance", next, {
        label: next ? t("deal.advanceTo", { stage: local(next.name) }) : "",
        shortcut: "a",
        icon: IconArrowRight,
      }),
      reopen: moveTo("deal:reopen", closed ? first("open") : null, {
        label: t("deal.reopen"),
        icon: IconArrowBackUp,
      }),
      lose: moveTo("deal:lose", deal.status === "lost" ? null : first("lost"), {
        label: t("deal.markLost"),
        icon: IconX,
      }),
      hold: moveTo("deal:hold", deal.status === "open" ? first("on_hold") : null, {
        label: t("deal.putOnHold"),
        icon: IconPlayerPause,
      }),
      move: {
        id: "deal:move",
        label: t("move.to"),
        group: "do",
        shortcut: "m",
        icon: IconArrowsExchange,
        run: () => mover.pick(deal),
      },
      done: {
        id: "deal:done",
        label: t("step.doneAndNext"),
        group: "do",
        shortcut: "e",
        icon: IconCheck,
        run: () => onStep(deal.next_step ? "complete" : "plan"),
      },
      log: {
        id: "deal:log",
        label: t("step.log"),
        group: "do",
        shortcut: "n",
        icon: IconPhonePlus,
        run: () => onStep("log"),
      },
    };
  }, [t, local, mayWrite, pipeline, deal, mover, onStep]);
  const registered = useMemo(
    () => Object.values(actions).filter((action) => action !== undefined),
    [actions],
  );
  useActions(registered);
  return actions;
}

import { useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Problem } from "@/api/http";
import { getDeal } from "@/api/deals/deal";
import { moveDeal } from "@/api/deals/move-deal";
import { latestUndoable, undoEvent } from "@/api/deals/timeline";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { fillsOf, type GateDraft } from "@/features/deals/move/gate-draft";
import { asksReason, moveCard, moveKind, stageOf } from "@/features/deals/move/move-rules";
import { useT } from "@/i18n";
import { problemText, toast, toastProblem } from "@/lib/toast";

// Nothing here is needed before a person moves something, so it comes on demand.
const dialogs = () => import("@/features/deals/move/dialogs");
const GateDialog = lazy(() => dialogs().then((all) => ({ default: all.GateDialog })));
const ReasonDialog = lazy(() => dialogs().then((all) => ({ default: all.ReasonDialog })));
const StageDialog = lazy(() => dialogs().then((all) => ({ default: all.StageDialog })));
const ConflictDialog = lazy(() => dialogs().then((all) => ({ default: all.ConflictDialog })));

interface Request {
  deal: Shape<"DealCard">;
  to: Shape<"Stage">;
  // Puts the board back as it was before the drop.
  rollBack: () => void;
}
type Asking =
  | { what: "stage"; deal: Shape<"DealCard"> }
  | ({ what: "reason"; error: string | null } & Request)
  | ({
      what: "gate";
      unmet: Shape<"Criterion">[];
      mayOverride: boolean;
      error: string | null;
    } & Request)
  | ({ what: "conflict"; theirs: Shape<"DealDetail">; body: Shape<"MoveDeal"> } & Request);

interface Mover {
  // Asks where to.
  pick: (deal: Shape<"DealCard">) => void;
  move: (deal: Shape<"DealCard">, to: Shape<"Stage">) => void;
}
const MoverContext = createContext<Mover | null>(null);

export function useMover(): Mover {
  const mover = useContext(MoverContext);
  if (!mover) throw new Error("useMover outside MoveProvider");
  return mover;
}

function unmetOf(problem: Problem): Shape<"Criterion">[] {
  const unmet = problem.details.unmet;
  return Array.isArray(unmet) ? (unmet as Shape<"Criterion">[]) : [];
}

// Every way to move a deal - drag, keys, menu, the Advance button - comes through here: shown at
// once, asked about where the rules ask, and visibly put back when it is refused.
export function MoveProvider({
  pipeline,
  children,
}: {
  pipeline: Shape<"Pipeline">;
  children: ReactNode;
}) {
  const { t, local } = useT();
  const queryClient = useQueryClient();
  const mayOverride = useMay("gates.override");
  const [asking, setAsking] = useState<Asking | null>(null);
  const [busy, setBusy] = useState(false);

  const refresh = async (id: number) => {
    await Promise.all(
      [["board"], ["deals"], ["deal", id], ["cycle"]].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  };

  const showOnBoard = (deal: Shape<"DealCard">, to: Shape<"Stage">): (() => void) => {
    void queryClient.cancelQueries({ queryKey: ["board"] });
    const boards = queryClient.getQueriesData<Shape<"Board">>({ queryKey: ["board"] });
    for (const [key, board] of boards)
      if (board) queryClient.setQueryData(key, moveCard(board, deal.id, to));
    return () => {
      for (const [key, board] of boards) queryClient.setQueryData(key, board);
      void queryClient.invalidateQueries({ queryKey: ["board"] });
    };
  };

  const undo = async (deal: Shape<"DealCard">, seq: Promise<number | null>) => {
    try {
      const found = await seq;
      if (found === null) return;
      await undoEvent(found);
      await refresh(deal.id);
      toast(t("common.undone"));
    } catch (problem) {
      toastProblem(problem);
    }
  };

  const refused = async (request: Request, body: Shape<"MoveDeal">, problem: unknown) => {
    if (problem instanceof Problem) {
      const unmet = unmetOf(problem);
      if (problem.code === "deal.gate_unmet" && unmet.length > 0) {
        const may = mayOverride && problem.details.may_override !== false;
        // After a first try the same dialog stays open with what is still missing.
        const error = body.fills ? problem.message : null;
        setAsking({ ...request, what: "gate", unmet, mayOverride: may, error });
        return;
      }
      if (problem.code === "deal.reason_required") {
        setAsking({ ...request, what: "reason", error: null });
        return;
      }
      if (problem.status === 412) {
        try {
          const theirs = await getDeal(request.deal.id);
          setAsking({ ...request, what: "conflict", theirs, body });
          return;
        } catch {
          // Gone, or out of sight now: then it is an ordinary refusal.
        }
      }
    }
    if (asking && asking.what !== "stage" && asking.what !== "conflict") {
      setAsking({ ...asking, error: problemText(problem) });
      return;
    }
    request.rollBack();
    setAsking(null);
    toastProblem(problem);
  };

  const send = async (first: Request, body: Shape<"MoveDeal">, draft?: GateDraft) => {
    let request = first;
    setBusy(true);
    try {
      if (draft) {
        const { saveRecords } = await import("@/features/deals/move/save-draft");
        const { version } = await saveRecords(request.deal, draft);
        request = { ...request, deal: { ...request.deal, version } };
        if (Object.keys(draft.asks).length > 0) {
          // Somebody else has the word now: the deal stays until he has said it.
          request.rollBack();
          setAsking(null);
          void refresh(request.deal.id);
          toast(t("approval.asked", { deal: request.deal.name }));
          return;
        }
      }
      const moved = await moveDeal(request.deal, body);
      queryClient.setQueryData(["deal", moved.id], moved);
      setAsking(null);
      void refresh(moved.id);
      const seq = latestUndoable(moved.id).catch(() => null);
      toast(t("move.done", { deal: moved.name, to: local(request.to.name) }), () =>
        undo(request.deal, seq),
      );
    } catch (problem) {
      await refused(request, body, problem);
    } finally {
      setBusy(false);
    }
  };

  // The newest closures without a new context value, which would draw every card again.
  const latest = useRef<Mover>({ pick: () => {}, move: () => {} });
  useEffect(() => {
    latest.current = {
      pick: (deal) => setAsking({ what: "stage", deal }),
      move: (deal, to) => {
        if (deal.stage_id === to.id) return;
        const request: Request = { deal, to, rollBack: showOnBoard(deal, to) };
        const kind = moveKind(pipeline, stageOf(pipeline, deal.stage_id), to);
        if (asksReason(kind)) setAsking({ ...request, what: "reason", error: null });
        else void send(request, { to_stage_id: to.id });
      },
    };
  });
  const mover = useMemo<Mover>(
    () => ({
      pick: (deal) => latest.current.pick(deal),
      move: (deal, to) => latest.current.move(deal, to),
    }),
    [],
  );

  const cancel = () => {
    if (asking && asking.what !== "stage") asking.rollBack();
    setAsking(null);
  };

  return (
    <MoverContext value={mover}>
      {children}
      <Suspense fallback={null}>
        {asking?.what === "stage" && (
          <StageDialog
            deal={asking.deal}
            pipeline={pipeline}
            onClose={cancel}
            onPick={(to) => {
              setAsking(null);
              mover.move(asking.deal, to);
            }}
          />
        )}
        {asking?.what === "reason" && (
          <ReasonDialog
            deal={asking.deal}
            pipeline={pipeline}
            to={asking.to}
            kind={moveKind(pipeline, stageOf(pipeline, asking.deal.stage_id), asking.to)}
            busy={busy}
            error={asking.error}
            onClose={cancel}
            onSave={(reason, competitor) =>
              void send(asking, {
                to_stage_id: asking.to.id,
                reason,
                ...(competitor ? { competitor } : {}),
              })
            }
          />
        )}
        {asking?.what === "gate" && (
          <GateDialog
            deal={asking.deal}
            pipeline={pipeline}
            from={stageOf(pipeline, asking.deal.stage_id)}
            to={asking.to}
            unmet={asking.unmet}
            mayOverride={asking.mayOverride}
            busy={busy}
            error={asking.error}
            onClose={cancel}
            onSave={(draft) => {
              const fills = fillsOf(draft);
              void send(asking, { to_stage_id: asking.to.id, ...(fills ? { fills } : {}) }, draft);
            }}
            onOverride={(reason) =>
              void send(asking, { to_stage_id: asking.to.id, override_reason: reason })
            }
          />
        )}
        {asking?.what === "conflict" && (
          <ConflictDialog
            clashes={[
              {
                what: t("deal.stage"),
                mine: local(asking.to.name),
                theirs: local(stageOf(pipeline, asking.theirs.stage_id).name),
              },
            ]}
            onTheirs={() => {
              cancel();
              void refresh(asking.deal.id);
            }}
            onMine={() => {
              const request = { ...asking, deal: asking.theirs };
              void send(request, asking.body);
            }}
          />
        )}
      </Suspense>
    </MoverContext>
  );
}

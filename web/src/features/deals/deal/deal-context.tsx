import { useQueryClient } from "@tanstack/react-query";
import { createContext, lazy, type ReactNode, Suspense, useContext, useState } from "react";
import { getDeal } from "@/api/deals/deal";
import { latestUndoable, undoEvent } from "@/api/deals/timeline";
import { Problem } from "@/api/http";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

const ConflictDialog = lazy(() =>
  import("@/features/deals/move/dialogs").then((all) => ({ default: all.ConflictDialog })),
);

// How to say what a change was about, should somebody have saved first.
export interface ChangeWords {
  what: string;
  mine: string;
  theirs: (deal: Shape<"DealDetail">) => string;
}
type Send = (deal: Shape<"DealDetail">) => Promise<Shape<"DealDetail"> | void>;

interface DealPageContext {
  deal: Shape<"DealDetail">;
  pipeline: Shape<"Pipeline">;
  mayWrite: boolean;
  // Saves, and answers whether it was saved. Conflicts and refusals are shown here.
  write: (send: Send, words?: ChangeWords) => Promise<boolean>;
}
const Context = createContext<DealPageContext | null>(null);

export function useDealPage(): DealPageContext {
  const context = useContext(Context);
  if (!context) throw new Error("useDealPage outside DealProvider");
  return context;
}

export function DealProvider({
  deal,
  pipeline,
  children,
}: {
  deal: Shape<"DealDetail">;
  pipeline: Shape<"Pipeline">;
  children: ReactNode;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const mayWrite = useMay("deals.write") && deal.may_write && !deal.deleted;
  const [conflict, setConflict] = useState<{
    words: ChangeWords;
    theirs: Shape<"DealDetail">;
    send: Send;
  } | null>(null);

  const refresh = () =>
    Promise.all(
      [["deal", deal.id], ["board"], ["deals"]].map((queryKey) =>
        queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const undo = async (seq: Promise<number | null>) => {
    try {
      const found = await seq;
      if (found === null) return;
      await undoEvent(found);
      await refresh();
      toast(t("common.undone"));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  const save = async (current: Shape<"DealDetail">, send: Send, what?: string) => {
    const saved = await send(current);
    if (saved) queryClient.setQueryData(["deal", deal.id], saved);
    void refresh();
    const seq = latestUndoable(deal.id).catch(() => null);
    toast(what ? t("common.savedWhat", { what }) : t("common.saved"), () => undo(seq));
  };
  const write = async (send: Send, words?: ChangeWords): Promise<boolean> => {
    try {
      await save(deal, send, words?.what);
      return true;
    } catch (problem) {
      if (problem instanceof Problem && problem.status === 412) {
        const theirs = await getDeal(deal.id).catch(() => null);
        if (theirs && words) setConflict({ words, theirs, send });
        else if (theirs) {
          queryClient.setQueryData(["deal", deal.id], theirs);
          toastProblem(problem);
        }
      } else toastProblem(problem);
      return false;
    }
  };

  return (
    <Context value={{ deal, pipeline, mayWrite, write }}>
      {children}
      {conflict && (
        <Suspense fallback={null}>
          <ConflictDialog
            clashes={[
              {
                what: conflict.words.what,
                mine: conflict.words.mine,
                theirs: conflict.words.theirs(conflict.theirs),
              },
            ]}
            onTheirs={() => {
              queryClient.setQueryData(["deal", deal.id], conflict.theirs);
              setConflict(null);
            }}
            onMine={() => {
              const { theirs, send, words } = conflict;
              setConflict(null);
              save(theirs, send, words.what).catch(toastProblem);
            }}
          />
        </Suspense>
      )}
    </Context>
  );
}

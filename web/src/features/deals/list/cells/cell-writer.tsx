import { type InfiniteData, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import { patchDeal } from "@/api/deals/change-deal";
import { getDeal } from "@/api/deals/deal";
import { Problem } from "@/api/http";
import type { Shape } from "@/api/types";
import { ConflictDialog } from "@/components/conflict-dialog";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

type Deal = Shape<"DealCard">;
type Body = Shape<"PatchDeal">;

// One field of a deal, changed in its cell.
export interface CellChange {
  what: string;
  body: Body;
  // What an undo saves again.
  back: Body;
  text: (deal: Deal) => string;
  mine: string;
}
type Write = (deal: Deal, change: CellChange) => Promise<boolean>;

const CellWriting = createContext<Write>(() => Promise.resolve(false));
export const useCellWrite = () => useContext(CellWriting);

// Saves what is edited in the cells below. Where somebody saved another field meanwhile, both stand;
// where he saved the same, both values are shown and a person decides.
export function CellWriter({ children }: { children: ReactNode }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [clash, setClash] = useState<{
    change: CellChange;
    theirs: Deal;
    decide: (mine: boolean) => void;
  } | null>(null);

  const show = (saved: Deal) => {
    queryClient.setQueriesData<InfiniteData<Shape<"DealPage">>>({ queryKey: ["deals"] }, (list) =>
      list && "pages" in list
        ? {
            ...list,
            pages: list.pages.map((page) => ({
              ...page,
              items: page.items.map((each) => (each.id === saved.id ? saved : each)),
            })),
          }
        : list,
    );
    for (const queryKey of [["deal", saved.id], ["board"], ["today"]])
      void queryClient.invalidateQueries({ queryKey });
  };
  const save = async (deal: Deal, change: CellChange) => {
    const saved = await patchDeal(deal, change.body);
    show(saved);
    toast(t("common.savedWhat", { what: change.what }), async () => {
      try {
        show(await patchDeal(saved, change.back));
        toast(t("common.undone"));
      } catch (problem) {
        toastProblem(problem);
      }
    });
  };
  const write: Write = async (deal, change) => {
    try {
      await save(deal, change);
      return true;
    } catch (problem) {
      if (!(problem instanceof Problem && problem.status === 412)) {
        toastProblem(problem);
        return false;
      }
    }
    try {
      const theirs = await getDeal(deal.id);
      const mine =
        change.text(theirs) === change.text(deal) ||
        (await new Promise<boolean>((decide) => setClash({ change, theirs, decide })));
      if (mine) await save(theirs, change);
      else show(theirs);
      return true;
    } catch (problem) {
      toastProblem(problem);
      return false;
    }
  };
  const decide = (mine: boolean) => {
    setClash(null);
    clash?.decide(mine);
  };
  return (
    <CellWriting value={write}>
      {children}
      {clash && (
        <ConflictDialog
          clashes={[
            {
              what: clash.change.what,
              mine: clash.change.mine || "–",
              theirs: clash.change.text(clash.theirs) || "–",
            },
          ]}
          onMine={() => decide(true)}
          onTheirs={() => decide(false)}
        />
      )}
    </CellWriting>
  );
}

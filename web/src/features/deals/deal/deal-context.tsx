import { createContext, lazy, type ReactNode, Suspense, useContext } from "react";
import { useMay, useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { useDealWriter, type Write } from "@/features/deals/deal/deal-writer";

const ConflictDialog = lazy(() =>
  import("@/features/deals/move/dialogs").then((all) => ({ default: all.ConflictDialog })),
);

interface DealPageContext {
  deal: Shape<"DealDetail">;
  pipeline: Shape<"Pipeline">;
  mayWrite: boolean;
  write: Write;
  // Where a draft about this deal is kept.
  draftKey: (about: string) => string;
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
  const me = useMe();
  const mayWrite = useMay("deals.write") && deal.may_write && !deal.deleted;
  const { write, conflict } = useDealWriter(deal);
  const draftKey = (about: string) => `${me.user.id}:deal:${deal.id}:${about}`;
  return (
    <Context value={{ deal, pipeline, mayWrite, write, draftKey }}>
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
            onTheirs={() => conflict.decide("theirs")}
            onMine={() => conflict.decide("mine")}
          />
        </Suspense>
      )}
    </Context>
  );
}

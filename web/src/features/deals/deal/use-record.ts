import { useQueryClient } from "@tanstack/react-query";
import { isKept } from "@/api/outbox";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { refreshDeal } from "@/features/deals/deal/deal-writer";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

// Writes of what lies on the page of a deal beside the deal itself: notes, objections, files. Each
// answers whether it was saved; what undoes it is on the toast.
export function useRecords() {
  const { t } = useT();
  const { deal } = useDealPage();
  const queryClient = useQueryClient();
  const refresh = () => refreshDeal(queryClient, deal.id);
  const run = async (
    write: () => Promise<unknown>,
    told?: string,
    undo?: () => Promise<unknown>,
  ) => {
    try {
      await write();
      toast(
        told ?? t("common.saved"),
        undo &&
          (async () => {
            try {
              await undo();
              toast(t("common.undone"));
            } catch (problem) {
              toastProblem(problem);
            }
            await refresh();
          }),
      );
      return true;
    } catch (problem) {
      if (isKept(problem)) {
        toast(t("outbox.kept"));
        return true;
      }
      toastProblem(problem);
      return false;
    } finally {
      void refresh();
    }
  };
  return { run };
}

import { useQueryClient } from "@tanstack/react-query";
import { undoMerge } from "@/api/accounts/merges";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

// Takes a merge back and says what had to stay because it was changed since.
export function useUndoMerge(): (seq: number) => Promise<void> {
  const { t } = useT();
  const queryClient = useQueryClient();
  return async (seq) => {
    try {
      const undone = await undoMerge(seq);
      await queryClient.invalidateQueries();
      const kept = Object.values(undone.kept).reduce((sum, count) => sum + count, 0);
      if (kept + undone.kept_fields.length === 0) toast(t("merge.undone"));
      else
        toast(
          t("merge.partlyUndone", {
            records: kept,
            fields: undone.kept_fields.length,
          }),
        );
    } catch (problem) {
      toastProblem(problem);
    }
  };
}

import { useNavigate } from "@tanstack/react-router";
import { useCallback } from "react";
import { type FunnelFilters, type FunnelNumber, funnelDeals } from "@/api/cycle/funnel";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

// Opens the deals that `find` gives as a list; of very many the newest.
export function useOpenListed() {
  const { t, lang } = useT();
  const navigate = useNavigate();
  return useCallback(
    async (find: () => Promise<Shape<"ListedDeals">>) => {
      try {
        const { ids, total } = await find();
        if (ids.length < total)
          toast(
            t("funnel.newest", {
              shown: formatNumber(lang, ids.length),
              n: formatNumber(lang, total),
            }),
          );
        await navigate({ to: "/deals", search: { ids: ids.join(".") } });
      } catch (problem) {
        toastProblem(problem);
      }
    },
    [t, lang, navigate],
  );
}

// Opens the deals behind a number of the funnel.
export function useOpenDeals(filters: FunnelFilters) {
  const open = useOpenListed();
  return useCallback(
    (number: FunnelNumber) => open(() => funnelDeals(filters, number)),
    [open, filters],
  );
}

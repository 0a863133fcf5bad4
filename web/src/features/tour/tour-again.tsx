import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { putTour, tourQuery } from "@/api/tour/tour";
import { useT } from "@/i18n";
import { toastProblem } from "@/lib/toast";

// Brings back the list that was put away.
export function TourAgain() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const tour = useQuery(tourQuery).data;
  const begin = useMutation({
    mutationFn: () => putTour(false),
    onSuccess: (next) => {
      queryClient.setQueryData(tourQuery.queryKey, next);
      void navigate({ to: "/today" });
    },
    onError: toastProblem,
  });
  if (!tour?.dismissed) return null;
  return (
    <button
      type="button"
      className="button-plain"
      title={t("tour.againWhy")}
      onClick={() => begin.mutate()}
    >
      {t("tour.again")}
    </button>
  );
}

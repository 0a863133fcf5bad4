import { IconCircle, IconCircleCheckFilled, IconX } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { putTour, tourQuery } from "@/api/tour/tour";
import type { Shape } from "@/api/types";
import classes from "@/features/tour/tour.module.css";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

type Step = Shape<"TourStep">;

// What a newcomer does once, on his own deals; each step leads to where it is done and ticks itself
// when it really was.
export function FirstHour() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const tour = useQuery(tourQuery).data;
  const set = useMutation({
    mutationFn: putTour,
    onSuccess: (next) => queryClient.setQueryData(tourQuery.queryKey, next),
    onError: toastProblem,
  });
  if (!tour || tour.dismissed) return null;
  const { steps, deal } = tour;
  const done = steps.filter((each) => each.done).length;
  const dismiss = () =>
    set.mutate(true, { onSuccess: () => toast(t("tour.away"), () => set.mutate(false)) });
  return (
    <section className={`panel ${classes.tour}`} aria-label={t("tour.title")}>
      <div className={classes.head}>
        <h2 className="section-title">{t("tour.title")}</h2>
        <span className="faint num">{t("tour.done", { done, all: steps.length })}</span>
        <span className="spring" />
        <button
          type="button"
          className={classes.close}
          aria-label={t("tour.dismiss")}
          onClick={dismiss}
        >
          <IconX size={16} aria-hidden />
        </button>
      </div>
      <p className={`soft ${classes.why}`}>
        {t(done === steps.length ? "tour.finished" : "tour.why")}
      </p>
      <ol className={classes.steps}>
        {steps.map(({ step, done: isDone }) => (
          <li key={step} data-done={isDone || undefined}>
            {isDone ? (
              <IconCircleCheckFilled size={18} className="tone-good" aria-hidden />
            ) : (
              <IconCircle size={18} className="faint" aria-hidden />
            )}
            <StepLink step={step} deal={deal}>
              {isDone && <span className="sr-only">{t("tour.isDone")}: </span>}
              {t(`tour.steps.${step}`, { deal: deal?.name ?? "" })}
            </StepLink>
          </li>
        ))}
      </ol>
    </section>
  );
}

function StepLink({
  step,
  deal,
  children,
}: {
  step: Step;
  deal: Shape<"TourDeal"> | null | undefined;
  children: ReactNode;
}) {
  switch (step) {
    case "read_cycle":
      return <Link to="/cycle">{children}</Link>;
    case "invite":
      return <Link to="/team">{children}</Link>;
    case "set_standard":
      return <Link to="/pipelines">{children}</Link>;
    default:
      return deal ? (
        <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
          {children}
        </Link>
      ) : (
        <Link to="/deals">{children}</Link>
      );
  }
}

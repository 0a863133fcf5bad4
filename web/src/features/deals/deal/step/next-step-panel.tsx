import { IconAlertCircle, IconCircleDashed } from "@tabler/icons-react";
import { useActivities } from "@/api/activities/activities";
import { ActionButton } from "@/components/action-button";
import { ActivityIcon } from "@/components/activity-icon";
import type { DealActions } from "@/features/deals/deal/deal-actions";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/step/next-step-panel.module.css";
import { StepForm } from "@/features/deals/deal/step/step-form";
import { useT } from "@/i18n";
import { dayOf, endOfDay, formatDate, formatDue, formatTime, timeOf } from "@/lib/format";

export type StepMode = "plan" | "complete" | "log" | "reschedule";

// An open deal has a next step with a date, or it says so in red.
export function NextStepPanel({
  actions,
  mode,
  onMode,
}: {
  actions: DealActions;
  mode: StepMode | null;
  onMode: (mode: StepMode | null) => void;
}) {
  const { t, lang } = useT();
  const { deal, mayWrite } = useDealPage();
  const step = deal.next_step;
  const alive = deal.status === "open" || deal.status === "on_hold";
  const others = (useActivities(deal.id) ?? []).filter(
    (activity) => !activity.done_at && activity.due && activity.id !== step?.activity_id,
  );
  return (
    <section className="panel" aria-labelledby="next-step">
      <div className="panel-head">
        <h2 className="section-title" id="next-step">
          {t("step.title")}
        </h2>
        <span className="spring" />
        {!mode && actions.log && <ActionButton action={actions.log} className="button-link" />}
      </div>
      <div className="panel-body">
        {step && (
          <div className={classes.stepNow} data-overdue={step.overdue || undefined}>
            {step.overdue ? (
              <IconAlertCircle size={18} stroke={1.9} aria-hidden />
            ) : (
              <ActivityIcon kind={step.kind} size={18} />
            )}
            <div>
              <strong>{step.subject}</strong>
              {step.due && (
                <div>
                  {step.overdue && `${t("board.overdue")} · `}
                  {formatDue(lang, dayOf(step.due))}{" "}
                  <span className="faint">({formatDate(lang, dayOf(step.due))})</span>
                  {timeOf(step.due) !== endOfDay && (
                    <span className="num"> {formatTime(lang, step.due)}</span>
                  )}
                </div>
              )}
            </div>
            {!mode && mayWrite && (
              <button
                type="button"
                className="button-link"
                aria-label={`${t("step.reschedule")}: ${step.subject}`}
                onClick={() => onMode("reschedule")}
              >
                {t("step.reschedule")}
              </button>
            )}
            {!mode && actions.done && (
              <ActionButton
                action={{ ...actions.done, label: t("step.done") }}
                className="button-plain"
              />
            )}
          </div>
        )}
        {!step && alive && (
          <div className={classes.stepNow} data-overdue>
            <IconCircleDashed size={18} stroke={1.9} aria-hidden />
            <div>
              <strong>{t("board.noNextStep")}</strong>
              <div>{t("step.noneWhy")}</div>
            </div>
            {mayWrite && !mode && (
              <button type="button" className="button-plain" onClick={() => onMode("plan")}>
                {t("step.set")}
              </button>
            )}
          </div>
        )}
        {!step && !alive && !mode && <p className="faint">{t("step.closed")}</p>}
        {mode && <StepForm key={mode} mode={mode} onClose={() => onMode(null)} />}
        {others.length > 0 && (
          <ul className={classes.others} aria-label={t("step.others")}>
            {others.map((activity) => (
              <li key={activity.id}>
                <ActivityIcon kind={activity.kind} />
                <span>{activity.subject}</span>
                {activity.due && (
                  <span className="faint">{formatDue(lang, dayOf(activity.due))}</span>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

import { IconAlertCircle, IconCircleDashed } from "@tabler/icons-react";
import { useState } from "react";
import {
  completeActivity,
  postActivity,
  putNextStep,
  useActivities,
} from "@/api/activities/activities";
import { getDeal } from "@/api/deals/deal";
import type { Shape } from "@/api/types";
import { ActionButton } from "@/components/action-button";
import { ActivityIcon } from "@/components/activity-icon";
import { Picker } from "@/components/picker";
import { emptyPlan, PlanStep } from "@/components/plan-step";
import type { DealActions } from "@/features/deals/deal/deal-actions";
import { useDealPage } from "@/features/deals/deal/deal-context";
import fields from "@/features/deals/deal/inline-field.module.css";
import classes from "@/features/deals/deal/step/next-step-panel.module.css";
import { InlineForm } from "@/features/deals/deal/inline-field";
import { doneAt } from "@/features/deals/move/save-draft";
import { useT } from "@/i18n";
import { dayOf, dueOn, formatDate, formatDue, today } from "@/lib/format";

export type StepMode = "plan" | "complete" | "log";

const loggedKinds = ["call", "email", "meeting", "demo", "note"] as const;

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
                </div>
              )}
            </div>
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

function StepForm({ mode, onClose }: { mode: StepMode; onClose: () => void }) {
  const { t } = useT();
  const { deal, write } = useDealPage();
  const activities = useActivities(deal.id) ?? [];
  const alive = deal.status === "open" || deal.status === "on_hold";
  const [happened, setHappened] = useState<{
    kind: Shape<"ActivityKind">;
    direction: Shape<"Direction">;
    subject: string;
    date: string;
  }>({
    kind: "call",
    direction: "two_way",
    subject: "",
    date: today(),
  });
  const [outcome, setOutcome] = useState("");
  const [plan, setPlan] = useState(emptyPlan);
  const planned = plan.subject.trim() !== "";

  const save = () =>
    write(async (current) => {
      const next = planned
        ? { kind: plan.kind, subject: plan.subject.trim(), due: dueOn(plan.due) }
        : undefined;
      if (mode === "complete" && current.next_step) {
        const step = activities.find((each) => each.id === current.next_step?.activity_id);
        if (!step) throw new Error("the next step is not among the activities");
        await completeActivity(step, {
          done_at: new Date().toISOString(),
          ...(outcome.trim() ? { outcome: outcome.trim() } : {}),
          ...(next ? { next_step: next } : {}),
        });
        return getDeal(current.id);
      }
      if (mode === "log") {
        await postActivity({
          deal_id: current.id,
          kind: happened.kind,
          ...(happened.kind === "note" ? {} : { direction: happened.direction }),
          subject: happened.subject.trim(),
          done_at: doneAt(happened.date),
        });
      }
      if (next) await putNextStep(current.id, next);
      return getDeal(current.id);
    });

  return (
    <div className={classes.stepForm}>
      <InlineForm
        onClose={onClose}
        onSave={save}
        disabled={mode === "plan" ? !planned : mode === "log" ? !happened.subject.trim() : false}
      >
        {mode === "complete" && (
          <label className={fields.labelled}>
            {t("step.outcome")}
            <input
              className={fields.input}
              autoFocus
              value={outcome}
              placeholder={t("step.outcomeHint")}
              onChange={(event) => setOutcome(event.target.value)}
            />
          </label>
        )}
        {mode === "log" && (
          <>
            <div className="form-row">
              <Picker
                label={t("activity.kind")}
                value={happened.kind}
                options={loggedKinds.map((kind) => ({
                  value: kind,
                  label: t(`activity.kinds.${kind}`),
                }))}
                onChange={(kind) =>
                  kind && setHappened({ ...happened, kind: kind as Shape<"ActivityKind"> })
                }
              />
              {happened.kind !== "note" && (
                <Picker
                  label={t("activity.direction")}
                  value={happened.direction}
                  options={(["two_way", "outbound", "inbound"] as const).map((each) => ({
                    value: each,
                    label: t(`activity.directions.${each}`),
                  }))}
                  onChange={(each) =>
                    each && setHappened({ ...happened, direction: each as Shape<"Direction"> })
                  }
                />
              )}
            </div>
            <div className="form-row">
              <label className={fields.labelled}>
                {t("activity.subject")}
                <input
                  className={fields.input}
                  autoFocus
                  value={happened.subject}
                  placeholder={t("activity.subjectHint")}
                  onChange={(event) => setHappened({ ...happened, subject: event.target.value })}
                />
              </label>
              <label className={fields.labelled}>
                {t("activity.when")}
                <input
                  className={fields.input}
                  type="date"
                  max={today()}
                  value={happened.date}
                  onChange={(event) => setHappened({ ...happened, date: event.target.value })}
                />
              </label>
            </div>
          </>
        )}
        {alive && (
          <PlanStep
            legend={t(mode === "plan" ? "step.what" : "step.andNext")}
            plan={plan}
            onChange={setPlan}
          />
        )}
      </InlineForm>
    </div>
  );
}

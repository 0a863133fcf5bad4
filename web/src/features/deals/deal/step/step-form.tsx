import { useState } from "react";
import {
  changeActivity,
  deleteActivity,
  reopenActivity,
  useActivities,
} from "@/api/activities/activities";
import { outbox } from "@/api/outbox";
import { useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { emptyPlan, PickDue, PlanStep, stepOf } from "@/components/plan-step";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { InlineForm } from "@/features/deals/deal/inline-field";
import fields from "@/components/inline-field.module.css";
import { type Happened, LogFields, nothingYet } from "@/features/deals/deal/step/log-fields";
import classes from "@/features/deals/deal/step/next-step-panel.module.css";
import type { StepMode } from "@/features/deals/deal/step/next-step-panel";
import { useRecords } from "@/features/deals/deal/use-record";
import { doneAt } from "@/features/deals/move/save-draft";
import { useT } from "@/i18n";
import { useDraft } from "@/lib/draft";
import { addDays, dueOn, endOfDay, timeOf, today } from "@/lib/format";

// Plans the next step, finishes it, gives it another time, or logs what happened; what comes next
// goes with the same write. Each can be taken back from its toast.
export function StepForm({ mode, onClose }: { mode: StepMode; onClose: () => void }) {
  const { deal } = useDealPage();
  const step = (useActivities(deal.id) ?? []).find(
    (each) => each.id === deal.next_step?.activity_id,
  );
  if (mode === "log") return <LogForm onClose={onClose} />;
  if (mode === "plan" || !step) return <PlanForm onClose={onClose} />;
  return mode === "complete" ? (
    <CompleteForm key={step.id} step={step} onClose={onClose} />
  ) : (
    <RescheduleForm key={step.id} step={step} onClose={onClose} />
  );
}

const isAlive = (deal: Shape<"DealDetail">) => deal.status === "open" || deal.status === "on_hold";

function PlanForm({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const { deal, draftKey } = useDealPage();
  const { user } = useMe();
  const { run } = useRecords();
  const draft = draftKey("step.plan");
  const [plan, setPlan] = useDraft(draft, emptyPlan);
  const next = stepOf(plan);
  const save = async () => {
    let planned: Shape<"Activity"> | undefined;
    return run(
      async () => {
        if (next)
          planned = await outbox.sendOrKeep(user.id, { kind: "step", dealId: deal.id, body: next });
      },
      t("step.planned"),
      async () => planned && deleteActivity(planned),
    );
  };
  return (
    <div className={classes.stepForm}>
      <InlineForm onClose={onClose} draft={draft} onSave={save} disabled={!next}>
        <PlanStep legend={t("step.what")} plan={plan} onChange={setPlan} focus />
      </InlineForm>
    </div>
  );
}

function CompleteForm({ step, onClose }: { step: Shape<"Activity">; onClose: () => void }) {
  const { t } = useT();
  const { deal, draftKey } = useDealPage();
  const { user } = useMe();
  const { run } = useRecords();
  const draft = draftKey(`step.${step.id}`);
  const [{ outcome, plan }, set] = useDraft(draft, () => ({ outcome: "", plan: emptyPlan() }));
  const next = stepOf(plan);
  const save = async () => {
    let done: Shape<"Activity"> | undefined;
    return run(
      async () => {
        done = await outbox.sendOrKeep<Shape<"Activity">>(user.id, {
          kind: "completion",
          activity: step,
          body: {
            done_at: new Date().toISOString(),
            ...(outcome.trim() ? { outcome: outcome.trim() } : {}),
            ...(next ? { next_step: next } : {}),
          },
        });
      },
      t("step.finished", { step: step.subject }),
      async () => done && reopenActivity(done),
    );
  };
  return (
    <div className={classes.stepForm}>
      <InlineForm onClose={onClose} draft={draft} onSave={save}>
        <label className={fields.labelled}>
          {t("step.outcome")}
          <input
            className={fields.input}
            autoFocus
            value={outcome}
            placeholder={t("step.outcomeHint")}
            onChange={(event) => set({ outcome: event.target.value, plan })}
          />
        </label>
        {isAlive(deal) && (
          <PlanStep
            legend={t("step.andNext")}
            plan={plan}
            onChange={(changed) => set({ outcome, plan: changed })}
          />
        )}
      </InlineForm>
    </div>
  );
}

function RescheduleForm({ step, onClose }: { step: Shape<"Activity">; onClose: () => void }) {
  const { t } = useT();
  const { run } = useRecords();
  const [day, setDay] = useState(() => addDays(today(), 1));
  const [time, setTime] = useState(() => (step.due ? timeOf(step.due) : endOfDay));
  const save = async () => {
    let moved: Shape<"Activity"> | undefined;
    return run(
      async () => {
        moved = await changeActivity(step, { due: dueOn(day, time) });
      },
      t("step.moved", { step: step.subject }),
      async () => moved && changeActivity(moved, { due: step.due }),
    );
  };
  return (
    <div className={classes.stepForm}>
      <InlineForm onClose={onClose} onSave={save}>
        <PickDue
          day={day}
          time={time}
          required
          onPick={(chosenDay, chosenTime) => {
            setDay(chosenDay);
            setTime(chosenTime);
          }}
        />
      </InlineForm>
    </div>
  );
}

function LogForm({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const { deal, draftKey } = useDealPage();
  const { user } = useMe();
  const { run } = useRecords();
  const draft = draftKey("step.log");
  const [{ happened, plan }, set] = useDraft<{
    happened: Happened;
    plan: ReturnType<typeof emptyPlan>;
  }>(draft, () => ({ happened: nothingYet(), plan: emptyPlan() }));
  const next = stepOf(plan);
  const save = async () => {
    let logged: Shape<"Activity"> | undefined;
    return run(
      async () => {
        logged = await outbox.sendOrKeep<Shape<"Activity">>(user.id, {
          kind: "log",
          body: {
            deal_id: deal.id,
            kind: happened.kind,
            ...(happened.kind === "note" ? {} : { direction: happened.direction }),
            ...(happened.contact ? { contact_id: happened.contact } : {}),
            subject: happened.subject.trim(),
            done_at: doneAt(happened.date),
            ...(next ? { next_step: next } : {}),
          },
        });
      },
      t("step.logged"),
      // What was planned with it is a step of its own by now and stays.
      async () => logged && deleteActivity(logged),
    );
  };
  return (
    <div className={classes.stepForm}>
      <InlineForm onClose={onClose} draft={draft} onSave={save} disabled={!happened.subject.trim()}>
        <LogFields happened={happened} onChange={(changed) => set({ happened: changed, plan })} />
        {isAlive(deal) && (
          <PlanStep
            legend={t("step.andNext")}
            plan={plan}
            onChange={(changed) => set({ happened, plan: changed })}
          />
        )}
      </InlineForm>
    </div>
  );
}

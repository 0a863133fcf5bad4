import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { changeActivity, reopenActivity } from "@/api/activities/activities";
import { isKept, outbox } from "@/api/outbox";
import { useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { emptyPlan, PickDue, PlanStep, stepOf } from "@/components/plan-step";
import classes from "@/features/today/today.module.css";
import { useT } from "@/i18n";
import { addDays, dueOn, endOfDay, timeOf, today } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

const shownIn = ["today", "deals", "board", "deal"];

// Takes back what a toast tells of, and asks again for what shows it.
function useTakeBack() {
  const client = useQueryClient();
  return (undo: () => Promise<unknown>) => async () => {
    try {
      await undo();
    } catch (problem) {
      toastProblem(problem);
    }
    await Promise.all(shownIn.map((first) => client.invalidateQueries({ queryKey: [first] })));
  };
}

// Runs a write, then asks again for everything that shows what it changed. Whatever was typed stays
// in the form where it was refused.
function useSave(onClose: () => void) {
  const { t } = useT();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const save = async (write: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await write();
      await Promise.all(shownIn.map((first) => client.invalidateQueries({ queryKey: [first] })));
      onClose();
    } catch (problem) {
      if (isKept(problem)) {
        toast(t("outbox.kept"));
        onClose();
      } else toastProblem(problem);
    } finally {
      setBusy(false);
    }
  };
  return { busy, save };
}

function RowFormFrame({
  children,
  busy,
  disabled = false,
  onSave,
  onClose,
}: {
  children: ReactNode;
  busy: boolean;
  disabled?: boolean;
  onSave: () => void;
  onClose: () => void;
}) {
  const { t } = useT();
  return (
    // Escape is heard here for whatever field is inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape" && !event.nativeEvent.isComposing) onClose();
      }}
    >
      {children}
      <div className={classes.formButtons}>
        <button type="submit" className="button-primary" disabled={busy || disabled}>
          {t("common.save")}
        </button>
        <button type="button" className="button-plain" onClick={onClose}>
          {t("common.cancel")}
        </button>
      </div>
    </form>
  );
}

// Done, and what comes next, in one go. An item without a step only gets its next one.
export function FinishForm({ item, onClose }: { item: Shape<"TodayItem">; onClose: () => void }) {
  const { t } = useT();
  const { user } = useMe();
  const { busy, save } = useSave(onClose);
  const [outcome, setOutcome] = useState("");
  const [plan, setPlan] = useState(emptyPlan);
  const { activity, deal } = item;
  const takeBack = useTakeBack();
  const next = stepOf(plan);
  const write = async () => {
    if (activity) {
      const done = await outbox.sendOrKeep<Shape<"Activity">>(user.id, {
        kind: "completion",
        activity,
        body: {
          done_at: new Date().toISOString(),
          ...(outcome.trim() ? { outcome: outcome.trim() } : {}),
          ...(next ? { next_step: next } : {}),
        },
      });
      toast(
        t("today.finished", { step: activity.subject }),
        takeBack(() => reopenActivity(done)),
      );
    } else if (deal && next)
      await outbox.sendOrKeep(user.id, { kind: "step", dealId: deal.id, body: next });
  };
  return (
    <RowFormFrame
      busy={busy}
      disabled={!activity && !next}
      onSave={() => void save(write)}
      onClose={onClose}
    >
      {activity && (
        <label className={classes.labelled}>
          {t("step.outcome")}
          <input
            className={classes.input}
            autoFocus
            value={outcome}
            placeholder={t("step.outcomeHint")}
            onChange={(event) => setOutcome(event.target.value)}
          />
        </label>
      )}
      <PlanStep
        legend={t(activity ? "step.andNext" : "step.what")}
        plan={plan}
        onChange={setPlan}
        focus={!activity}
      />
    </RowFormFrame>
  );
}

export function PutOffForm({
  activity,
  onClose,
}: {
  activity: Shape<"Activity">;
  onClose: () => void;
}) {
  const { t } = useT();
  const takeBack = useTakeBack();
  const { busy, save } = useSave(onClose);
  const [day, setDay] = useState(() => addDays(today(), 1));
  const [time, setTime] = useState(() => (activity.due ? timeOf(activity.due) : endOfDay));
  const write = async () => {
    const moved = await changeActivity(activity, { due: dueOn(day, time) });
    toast(
      t("today.putOff", { step: activity.subject }),
      takeBack(() => changeActivity(moved, { due: activity.due })),
    );
  };
  return (
    <RowFormFrame busy={busy} onSave={() => void save(write)} onClose={onClose}>
      <PickDue
        day={day}
        time={time}
        required
        onPick={(chosenDay, chosenTime) => {
          setDay(chosenDay);
          setTime(chosenTime);
        }}
      />
    </RowFormFrame>
  );
}

import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/components/plan-step.module.css";
import { useT } from "@/i18n";
import { addDays, dueOn, endOfDay, today } from "@/lib/format";

export interface StepPlan {
  kind: Shape<"ActivityKind">;
  subject: string;
  due: string;
  // Of the day, as an input of times holds it.
  time: string;
}

export const emptyPlan = (): StepPlan => ({
  kind: "call",
  subject: "",
  due: addDays(today(), 3),
  time: endOfDay,
});

// The plan as the API takes it; undefined while it says nothing.
export const stepOf = (plan: StepPlan): Shape<"NewNextStep"> | undefined =>
  plan.subject.trim()
    ? { kind: plan.kind, subject: plan.subject.trim(), due: dueOn(plan.due, plan.time) }
    : undefined;

const plannedKinds = ["call", "email", "meeting", "demo", "task"] as const;
const quickDays = [1, 3, 7, 14];

// What is to happen next, and when.
export function PlanStep({
  legend,
  plan,
  onChange,
  focus = false,
}: {
  legend: string;
  plan: StepPlan;
  onChange: (plan: StepPlan) => void;
  focus?: boolean;
}) {
  const { t } = useT();
  return (
    <fieldset className={classes.plan}>
      <legend>{legend}</legend>
      <div className={classes.row}>
        <Picker
          label={t("activity.kind")}
          hideLabel
          value={plan.kind}
          options={plannedKinds.map((kind) => ({
            value: kind,
            label: t(`activity.kinds.${kind}`),
          }))}
          onChange={(kind) => kind && onChange({ ...plan, kind: kind as Shape<"ActivityKind"> })}
        />
        <input
          className={classes.input}
          aria-label={t("step.what")}
          placeholder={t("step.whatHint")}
          autoFocus={focus}
          value={plan.subject}
          onChange={(event) => onChange({ ...plan, subject: event.target.value })}
        />
      </div>
      <PickDue
        day={plan.due}
        time={plan.time}
        required={plan.subject.trim() !== ""}
        onPick={(due, time) => onChange({ ...plan, due, time })}
      />
    </fieldset>
  );
}

// A day, and a time of it; the nearest days at a touch.
export function PickDue({
  day,
  time,
  required,
  onPick,
}: {
  day: string;
  time: string;
  required: boolean;
  onPick: (day: string, time: string) => void;
}) {
  const { t } = useT();
  return (
    <div className={classes.due}>
      <input
        className={classes.input}
        type="date"
        aria-label={t("step.due")}
        required={required}
        value={day}
        onChange={(event) => onPick(event.target.value, time)}
      />
      <input
        className={classes.input}
        type="time"
        aria-label={t("step.time")}
        required={required}
        value={time}
        onChange={(event) => onPick(day, event.target.value)}
      />
      <div className={classes.quick}>
        {quickDays.map((days) => {
          const date = addDays(today(), days);
          return (
            <button
              key={days}
              type="button"
              aria-pressed={day === date}
              onClick={() => onPick(date, time)}
            >
              {t("step.inDays", { count: days })}
            </button>
          );
        })}
      </div>
    </div>
  );
}

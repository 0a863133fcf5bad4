import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/components/plan-step.module.css";
import { useT } from "@/i18n";
import { addDays, today } from "@/lib/format";

export interface StepPlan {
  kind: Shape<"ActivityKind">;
  subject: string;
  due: string;
}

export const emptyPlan = (): StepPlan => ({ kind: "call", subject: "", due: addDays(today(), 3) });

const plannedKinds = ["call", "email", "meeting", "demo", "task"] as const;
const quickDays = [1, 3, 7, 14];

// What is to happen next, and on which day.
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
      <PickDay
        day={plan.due}
        required={plan.subject.trim() !== ""}
        onPick={(due) => onChange({ ...plan, due })}
      />
    </fieldset>
  );
}

export function PickDay({
  day,
  required,
  onPick,
}: {
  day: string;
  required: boolean;
  onPick: (day: string) => void;
}) {
  const { t } = useT();
  return (
    <div className={classes.row}>
      <input
        className={classes.input}
        type="date"
        aria-label={t("step.due")}
        required={required}
        value={day}
        onChange={(event) => onPick(event.target.value)}
      />
      <div className={classes.quick}>
        {quickDays.map((days) => {
          const date = addDays(today(), days);
          return (
            <button
              key={days}
              type="button"
              aria-pressed={day === date}
              onClick={() => onPick(date)}
            >
              {t("step.inDays", { count: days })}
            </button>
          );
        })}
      </div>
    </div>
  );
}

import { IconCheck, IconClockPause, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { ActivityIcon } from "@/components/activity-icon";
import { ConcernTag } from "@/components/concern-tag";
import { GateBar } from "@/components/gate-bar";
import { FinishForm, PutOffForm } from "@/features/today/step-forms";
import classes from "@/features/today/today.module.css";
import { useT } from "@/i18n";
import { formatMoney, formatTime, dayOf, today } from "@/lib/format";

// finish: what came of it, and what comes next; without a step, only what comes next.
export type RowForm = "finish" | "putOff";

export function StepRow({
  item,
  current,
  form,
  mayWrite,
  onForm,
  hold,
}: {
  item: Shape<"TodayItem">;
  current: boolean;
  form: RowForm | null;
  mayWrite: boolean;
  onForm: (form: RowForm | null) => void;
  hold: (element: HTMLLIElement | null) => void;
}) {
  const { t, lang } = useT();
  const me = useMe();
  const { deal, activity } = item;
  const due = activity?.due;
  return (
    <li ref={hold} className={classes.step} data-current={current || undefined} tabIndex={-1}>
      <div className={classes.line}>
        <div className={classes.what}>
          <span className={classes.subject}>
            {activity ? <ActivityIcon kind={activity.kind} size={16} /> : null}
            {activity ? activity.subject : t("today.setOne")}
            {due && dayOf(due) === today() && (
              <span className="num faint">{formatTime(lang, due)}</span>
            )}
          </span>
          {deal && (
            <span className={classes.about}>
              <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
                {deal.name}
              </Link>
              {deal.account && <span className="faint">{deal.account.name}</span>}
              {deal.amount && <span className="num">{formatMoney(lang, deal.amount)}</span>}
              <GateBar met={deal.gate.met} total={deal.gate.total} />
              {deal.owner.id !== me.user.id && <span className="faint">{deal.owner.name}</span>}
            </span>
          )}
          <span className={classes.why}>
            {deal?.concerns.map((concern) => (
              <ConcernTag key={concern.kind} concern={concern} />
            ))}
          </span>
        </div>
        {mayWrite && !form && (
          <div className={classes.buttons}>
            <button type="button" className="button-plain" onClick={() => onForm("finish")}>
              {activity ? (
                <IconCheck size={15} stroke={2} aria-hidden />
              ) : (
                <IconPlus size={15} stroke={2} aria-hidden />
              )}
              {t(activity ? "step.done" : "step.set")}
            </button>
            {activity && (
              <button
                type="button"
                className="button-plain"
                onClick={() => onForm("putOff")}
                aria-label={t("today.snooze")}
                title={t("today.snooze")}
              >
                <IconClockPause size={15} stroke={2} aria-hidden />
              </button>
            )}
          </div>
        )}
      </div>
      {form === "finish" && <FinishForm item={item} onClose={() => onForm(null)} />}
      {form === "putOff" && activity && (
        <PutOffForm activity={activity} onClose={() => onForm(null)} />
      )}
      {form === "putOff" && !activity && <FinishForm item={item} onClose={() => onForm(null)} />}
    </li>
  );
}

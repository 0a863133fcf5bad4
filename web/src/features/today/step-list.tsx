import { useMemo, useRef, useState } from "react";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { KeyCaps } from "@/components/key-caps";
import { StepRow, type RowForm } from "@/features/today/step-row";
import { NothingToDo } from "@/features/today/today-page";
import classes from "@/features/today/today.module.css";
import { useT } from "@/i18n";
import { type Action, useActions } from "@/lib/actions";

const keyOf = (item: Shape<"TodayItem">) =>
  item.activity ? `a${item.activity.id}` : `d${item.deal?.id}`;

// The ranked list, worked down by keys alone: J and K go, E finishes, H puts off, Enter opens.
export function StepList({ items }: { items: Shape<"TodayItem">[] }) {
  const { t } = useT();
  const mayWrite = useMay("deals.write");
  const rows = useRef(new Map<string, HTMLLIElement>());
  const [at, setAt] = useState<string | null>(null);
  const [form, setForm] = useState<RowForm | null>(null);
  const place = Math.max(
    0,
    items.findIndex((item) => keyOf(item) === at),
  );
  const here = items[place];

  const actions = useMemo<Action[]>(() => {
    const go = (by: number) => {
      const item = items[Math.min(items.length - 1, Math.max(0, at === null ? 0 : place + by))];
      if (!item) return;
      setForm(null);
      setAt(keyOf(item));
      rows.current.get(keyOf(item))?.focus();
    };
    const open = (wanted: RowForm) => () => {
      if (!here) return;
      setAt(keyOf(here));
      setForm(wanted);
    };
    const some = () => items.length > 0;
    const writable = () => some() && mayWrite;
    return [
      { id: "today:next", label: t("today.next"), group: "view", shortcut: "j", when: some },
      {
        id: "today:previous",
        label: t("today.previous"),
        group: "view",
        shortcut: "k",
        when: some,
      },
      {
        id: "today:done",
        label: t("step.doneAndNext"),
        group: "do",
        shortcut: "e",
        when: writable,
      },
      { id: "today:snooze", label: t("today.snooze"), group: "do", shortcut: "h", when: writable },
    ].map((action, index) => ({
      ...action,
      run: [() => go(1), () => go(-1), open("finish"), open("putOff")][index]!,
    })) as Action[];
  }, [t, items, at, place, here, mayWrite]);
  useActions(actions);

  return (
    <section className="panel" aria-labelledby="next-steps">
      <div className="panel-head">
        <h2 className="section-title" id="next-steps">
          {t("today.steps")}
        </h2>
        <span className="spring" />
        {items.length > 0 && (
          <span className={classes.keys} aria-hidden>
            <KeyCaps shortcut="j" /> <KeyCaps shortcut="k" /> {t("today.move")}{" "}
            <KeyCaps shortcut="e" /> {t("step.done")} <KeyCaps shortcut="h" /> {t("today.snooze")}
          </span>
        )}
      </div>
      {items.length === 0 && <NothingToDo />}
      <ol className={classes.steps}>
        {items.map((item, index) => {
          const key = keyOf(item);
          return (
            <StepRow
              key={key}
              item={item}
              current={index === place && at !== null}
              form={key === at ? form : null}
              mayWrite={mayWrite && (item.deal === null || item.deal.status === "open")}
              onForm={(next) => {
                setAt(key);
                setForm(next);
                if (!next) rows.current.get(key)?.focus();
              }}
              hold={(element) => {
                if (element) rows.current.set(key, element);
                else rows.current.delete(key);
              }}
            />
          );
        })}
      </ol>
    </section>
  );
}

import {
  IconArrowRight,
  IconCircleDot,
  IconMessageCircle,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUserCheck,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import type { Shape } from "@/api/types";
import classes from "@/components/event-list.module.css";
import { useT } from "@/i18n";
import { formatDate, formatInstant, formatTime, today } from "@/lib/format";

// What is told of an event, whatever record it is about.
export type Told = Pick<
  Shape<"TimelineEntry">,
  "seq" | "at" | "recorded_at" | "actor" | "kind" | "summary"
>;

function iconOf(kind: string) {
  if (/moved|won|lost|reopen|hold/.test(kind)) return IconArrowRight;
  if (/activity|step|call|note/.test(kind)) return IconMessageCircle;
  if (/created|imported/.test(kind)) return IconPlus;
  if (/deleted/.test(kind)) return IconTrash;
  if (/committee|approv/.test(kind)) return IconUserCheck;
  if (/changed|set|bant|checklist/.test(kind)) return IconPencil;
  return IconCircleDot;
}

const localDay = (instant: string) => today(new Date(instant));
const lateMs = 24 * 3_600_000;

// Events by day, newest first.
export function EventList<T extends Told>({
  entries,
  aboutOf,
  undoOf,
}: {
  entries: T[];
  // Which record the event is about, where it is not always the same one.
  aboutOf?: (entry: T) => ReactNode;
  undoOf?: (entry: T) => ((seq: number) => Promise<void>) | null;
}) {
  const { lang } = useT();
  return groupByDay(entries).map(([day, here]) => (
    <div key={day}>
      <h3 className={classes.day}>{formatDate(lang, day)}</h3>
      <ol className={classes.events}>
        {here.map((entry) => (
          <Entry
            key={entry.seq}
            entry={entry}
            about={aboutOf?.(entry)}
            onUndo={undoOf?.(entry) ?? null}
          />
        ))}
      </ol>
    </div>
  ));
}

function groupByDay<T extends Told>(entries: T[]): [string, T[]][] {
  const days = new Map<string, T[]>();
  for (const entry of entries) {
    const day = localDay(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function Entry({
  entry,
  about,
  onUndo,
}: {
  entry: Told;
  about: ReactNode;
  onUndo: ((seq: number) => Promise<void>) | null;
}) {
  const { t, lang } = useT();
  const Icon = iconOf(entry.kind);
  const late = Math.abs(Date.parse(entry.recorded_at) - Date.parse(entry.at)) > lateMs;
  return (
    <li className={classes.event}>
      <span className={classes.eventIcon} aria-hidden>
        <Icon size={13} stroke={2} />
      </span>
      <div>
        <div className={classes.eventText}>
          {about}
          {entry.summary}
        </div>
        <div className="faint">
          {entry.actor?.name ?? t("timeline.system")} ·{" "}
          <span className="num">{formatTime(lang, entry.at)}</span>
          {late && ` · ${t("timeline.recorded", { when: formatInstant(lang, entry.recorded_at) })}`}
          {onUndo && (
            <>
              {" · "}
              <button
                type="button"
                className="button-link"
                aria-label={`${t("common.undo")}: ${entry.summary}`}
                onClick={() => void onUndo(entry.seq)}
              >
                {t("common.undo")}
              </button>
            </>
          )}
        </div>
      </div>
    </li>
  );
}

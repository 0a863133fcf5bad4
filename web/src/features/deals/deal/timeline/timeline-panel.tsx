import {
  IconAlertOctagon,
  IconArrowRight,
  IconCircleDot,
  IconHourglass,
  IconMessageCircle,
  IconNotes,
  IconPaperclip,
  IconPencil,
  IconPlus,
  IconTrash,
  IconUserCheck,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { undoEvent, useTimeline } from "@/api/deals/timeline";
import type { Shape } from "@/api/types";
import { Lines } from "@/components/skeleton";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { type Change, changeLine } from "@/features/deals/deal/timeline/change-words";
import classes from "@/features/deals/deal/timeline/timeline-panel.module.css";
import { useSayings } from "@/features/deals/deal/timeline/use-sayings";
import { useT } from "@/i18n";
import { formatDate, formatInstant, formatTime, today } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

function iconOf(kind: string) {
  if (/moved|won|lost|reopen|hold/.test(kind)) return IconArrowRight;
  if (kind.startsWith("objection.")) return IconAlertOctagon;
  if (kind.startsWith("note.")) return IconNotes;
  if (kind.startsWith("attachment.")) return IconPaperclip;
  if (/waiting/.test(kind)) return IconHourglass;
  if (/activity|step|call/.test(kind)) return IconMessageCircle;
  if (/created|imported/.test(kind)) return IconPlus;
  if (/deleted/.test(kind)) return IconTrash;
  if (/committee|approv/.test(kind)) return IconUserCheck;
  if (/changed|set|bant|checklist/.test(kind)) return IconPencil;
  return IconCircleDot;
}

const localDay = (instant: string) => today(new Date(instant));
const lateMs = 24 * 3_600_000;

// What happened to the deal, newest first, straight from the journal.
export function TimelinePanel() {
  const { t, lang } = useT();
  const { deal, mayWrite } = useDealPage();
  const queryClient = useQueryClient();
  const [kinds, setKinds] = useState<Shape<"TimelineKind">[]>([]);
  const timeline = useTimeline(deal.id, kinds);
  const entries = timeline.data?.pages.flatMap((page) => page.items) ?? [];
  const days = groupByDay(entries);
  const undo = async (seq: number) => {
    try {
      await undoEvent(seq);
      await queryClient.invalidateQueries();
      toast(t("common.undone"));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <section className="panel" aria-labelledby="timeline">
      <div className="panel-head">
        <h2 className="section-title" id="timeline">
          {t("timeline.title")}
        </h2>
      </div>
      <TimelineFilter kinds={kinds} onKinds={setKinds} />
      <div className="panel-body" aria-busy={timeline.isFetching || undefined}>
        {timeline.isSuccess && entries.length === 0 && (
          <p className="faint" style={{ margin: 0 }}>
            {t("timeline.nothing")}
          </p>
        )}
        {timeline.isPending && <Lines count={6} />}
        {days.map(([day, here]) => (
          <div key={day}>
            <h3 className={classes.day}>{formatDate(lang, day)}</h3>
            <ol className={classes.events}>
              {here.map((entry) => (
                <Entry
                  key={entry.seq}
                  entry={entry}
                  onUndo={mayWrite && entry.undoable ? undo : null}
                />
              ))}
            </ol>
          </div>
        ))}
        {timeline.hasNextPage && (
          <button
            type="button"
            className="button-plain"
            disabled={timeline.isFetchingNextPage}
            onClick={() => void timeline.fetchNextPage()}
          >
            {t("timeline.older")}
          </button>
        )}
      </div>
    </section>
  );
}

const allKinds: Shape<"TimelineKind">[] = [
  "moves",
  "changes",
  "activities",
  "objections",
  "notes",
  "files",
  "approvals",
];

// Which kinds of events are shown; none chosen, all are.
function TimelineFilter({
  kinds,
  onKinds,
}: {
  kinds: Shape<"TimelineKind">[];
  onKinds: (kinds: Shape<"TimelineKind">[]) => void;
}) {
  const { t } = useT();
  return (
    <div className={classes.filter} role="group" aria-label={t("timeline.filter")}>
      {allKinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={kinds.includes(kind)}
          onClick={() =>
            onKinds(kinds.includes(kind) ? kinds.filter((each) => each !== kind) : [...kinds, kind])
          }
        >
          {t(`timeline.kinds.${kind}`)}
        </button>
      ))}
    </div>
  );
}

// A change of fields is told value by value, anything else in its sentence.
function EventText({ entry }: { entry: Shape<"TimelineEntry"> }) {
  const say = useSayings();
  const data = entry.data as { changes?: Change[]; undoes?: number | null };
  const lines = (data.changes ?? [])
    .map((change) => changeLine(change, say))
    .filter((line) => line !== null);
  if (entry.kind !== "deal.changed" || lines.length === 0)
    return <div className={classes.eventText}>{entry.summary}</div>;
  return (
    <div className={classes.eventText}>
      {data.undoes && <div>{entry.summary}</div>}
      {lines.map((line) => (
        <div key={line.label}>
          {line.label}
          {line.after !== "" && (
            <>
              : <del className={classes.before}>{line.before}</del>
              <span aria-hidden> → </span>
              <ins className={classes.after}>{line.after}</ins>
            </>
          )}
        </div>
      ))}
    </div>
  );
}

function groupByDay(entries: Shape<"TimelineEntry">[]): [string, Shape<"TimelineEntry">[]][] {
  const days = new Map<string, Shape<"TimelineEntry">[]>();
  for (const entry of entries) {
    const day = localDay(entry.at);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days];
}

function Entry({
  entry,
  onUndo,
}: {
  entry: Shape<"TimelineEntry">;
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
        <EventText entry={entry} />
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

import { Link } from "@tanstack/react-router";
import { useHistory } from "@/api/accounts/history";
import type { Shape } from "@/api/types";
import { EventList } from "@/components/event-list";
import { Lines } from "@/components/skeleton";
import { useUndoMerge } from "@/features/accounts/merge/use-undo-merge";
import { useT } from "@/i18n";

// What happened to a record and to all that hangs on it, straight from the journal.
export function HistoryPanel({
  kind,
  id,
  mayWrite,
}: {
  kind: Shape<"PartyKind">;
  id: number;
  mayWrite: boolean;
}) {
  const { t } = useT();
  const undoMerge = useUndoMerge();
  const history = useHistory(kind, id);
  const entries = history.data?.pages.flatMap((page) => page.items) ?? [];
  const aboutOf = (entry: Shape<"HistoryEntry">) =>
    entry.subject_kind === kind && entry.subject_id === id ? null : <Subject entry={entry} />;
  return (
    <section className="panel" aria-labelledby="timeline">
      <div className="panel-head">
        <h2 className="section-title" id="timeline">
          {t("timeline.title")}
        </h2>
      </div>
      <div className="panel-body">
        {history.isPending && <Lines count={6} />}
        <EventList
          entries={entries}
          aboutOf={aboutOf}
          undoOf={(entry) => (mayWrite && entry.is_merge ? undoMerge : null)}
        />
        {history.hasNextPage && (
          <button
            type="button"
            className="button-plain"
            disabled={history.isFetchingNextPage}
            onClick={() => void history.fetchNextPage()}
          >
            {t("timeline.older")}
          </button>
        )}
      </div>
    </section>
  );
}

function Subject({ entry }: { entry: Shape<"HistoryEntry"> }) {
  const path = entry.subject_kind === "deal" ? "deals" : `${entry.subject_kind}s`;
  return (
    <>
      <Link to={`/${path}/${entry.subject_id}` as "/"} className="button-link">
        {entry.subject_name}
      </Link>{" "}
    </>
  );
}

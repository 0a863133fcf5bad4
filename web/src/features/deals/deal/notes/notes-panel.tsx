import { IconPencil, IconTrash } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { deleteNote, patchNote, restoreNote, useNotes } from "@/api/deals/notes";
import { outbox } from "@/api/outbox";
import { useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { Lines } from "@/components/skeleton";
import peopleClasses from "@/features/deals/deal/committee/people.module.css";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { InlineForm } from "@/features/deals/deal/inline-field";
import { NoteEditor } from "@/features/deals/deal/notes/note-editor";
import classes from "@/features/deals/deal/notes/notes-panel.module.css";
import { useRecords } from "@/features/deals/deal/use-record";
import { useT } from "@/i18n";
import { hasDraft, useDraft } from "@/lib/draft";
import { formatInstant } from "@/lib/format";

// The renderer is needed only where there is a note.
const Markdown = lazy(() =>
  import("@/components/markdown").then((all) => ({ default: all.Markdown })),
);

// What people write about the deal, the newest first.
export function NotesPanel() {
  const { t } = useT();
  const { deal, mayWrite, draftKey } = useDealPage();
  const notes = useNotes(deal.id);
  const items = notes.data?.pages.flatMap((page) => page.items) ?? [];
  const [writing, setWriting] = useState(() => hasDraft(draftKey("note.new")));
  return (
    <section className="panel" aria-labelledby="notes">
      <div className="panel-head">
        <h2 className="section-title" id="notes">
          {t("notes.title")}
        </h2>
        <span className="spring" />
        {mayWrite && !writing && (
          <button type="button" className="button-link" onClick={() => setWriting(true)}>
            <IconPencil size={14} aria-hidden /> {t("notes.write")}
          </button>
        )}
      </div>
      {writing && mayWrite && (
        <div className="panel-body">
          <NoteForm note={null} onClose={() => setWriting(false)} />
        </div>
      )}
      {notes.isPending && (
        <div className="panel-body">
          <Lines count={2} />
        </div>
      )}
      {notes.isSuccess && items.length === 0 && !writing && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("notes.none")}
        </p>
      )}
      <ul className={peopleClasses.members}>
        {items.map((note) => (
          <NoteItem key={note.id} note={note} />
        ))}
      </ul>
      {notes.hasNextPage && (
        <div className="panel-body">
          <button
            type="button"
            className="button-plain"
            disabled={notes.isFetchingNextPage}
            onClick={() => void notes.fetchNextPage()}
          >
            {t("timeline.older")}
          </button>
        </div>
      )}
    </section>
  );
}

function NoteForm({ note, onClose }: { note: Shape<"Note"> | null; onClose: () => void }) {
  const { t } = useT();
  const { deal, draftKey } = useDealPage();
  const { user } = useMe();
  const { run } = useRecords();
  const draft = draftKey(`note.${note?.id ?? "new"}`);
  const [text, setText] = useDraft(draft, note?.body ?? "");
  const save = () => {
    if (note)
      return run(
        () => patchNote(note, text),
        t("common.saved"),
        () => patchNote({ id: note.id, version: note.version + 1 }, note.body),
      );
    let written: Shape<"Note"> | undefined;
    return run(
      async () => {
        written = await outbox.sendOrKeep<Shape<"Note">>(user.id, {
          kind: "note",
          dealId: deal.id,
          body: text,
        });
      },
      t("notes.written"),
      async () => written && deleteNote(written),
    );
  };
  return (
    <InlineForm onClose={onClose} draft={draft} onSave={save} disabled={!text.trim()}>
      <NoteEditor text={text} onText={setText} />
    </InlineForm>
  );
}

function NoteItem({ note }: { note: Shape<"Note"> }) {
  const { t, lang } = useT();
  const { mayWrite, draftKey } = useDealPage();
  const { run } = useRecords();
  const [editing, setEditing] = useState(() => hasDraft(draftKey(`note.${note.id}`)));
  const about = `${note.author_name}, ${formatInstant(lang, note.created_at)}`;
  if (editing && mayWrite)
    return (
      <li className="panel-body">
        <NoteForm note={note} onClose={() => setEditing(false)} />
      </li>
    );
  return (
    <li className={classes.note}>
      <div className={classes.noteHead}>
        <strong>{note.author_name}</strong>
        <span className="faint num">
          {formatInstant(lang, note.created_at)}
          {note.edited_at && ` · ${t("notes.edited")}`}
        </span>
        <span className="spring" />
        {mayWrite && (
          <>
            <button
              type="button"
              className={peopleClasses.small}
              aria-label={`${t("common.edit")}: ${about}`}
              onClick={() => setEditing(true)}
            >
              <IconPencil size={14} />
            </button>
            <button
              type="button"
              className={peopleClasses.small}
              aria-label={`${t("common.remove")}: ${about}`}
              onClick={() =>
                void run(
                  () => deleteNote(note),
                  t("notes.removed"),
                  () => restoreNote(note),
                )
              }
            >
              <IconTrash size={14} />
            </button>
          </>
        )}
      </div>
      <Suspense fallback={<p className={classes.raw}>{note.body}</p>}>
        <Markdown text={note.body} />
      </Suspense>
    </li>
  );
}

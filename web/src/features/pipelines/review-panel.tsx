import { Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/http";
import { deleteDraft, publishDraft, rebaseDraft, useDraftEffect } from "@/api/pipeline/drafts";
import { FormProblem } from "@/components/form-dialog";
import { ChangeList } from "@/features/pipelines/change-list";
import { EffectList } from "@/features/pipelines/effect-list";
import classes from "@/features/pipelines/pipelines.module.css";
import type { Editing } from "@/features/pipelines/use-draft";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

// Before anybody publishes: what changes, whom it touches, what is still wrong.
export function ReviewPanel({ editing, onGone }: { editing: Editing; onGone: () => void }) {
  const { t, local } = useT();
  const queryClient = useQueryClient();
  const { view, pipeline } = editing;
  const id = view.pipeline_id;
  const [note, setNote] = useState("");
  const [moves, setMoves] = useState<Record<string, string>>({});
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const effect = useDraftEffect(id, view.version, view.exists && view.published_version > 0).data;
  const isBehind = view.exists && view.base_version !== view.published_version;
  const isNew = view.published_version === 0;

  const act = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (refusal) {
      const current = refusal instanceof Problem && refusal.details.current;
      if (current) editing.adopt(current as typeof view);
      setProblem(refusal);
    } finally {
      setBusy(false);
    }
  };
  const refresh = () =>
    Promise.all(
      [["pipelines"], ["pipeline-draft", id], ["pipeline-drafts"], ["pipeline-versions", id]].map(
        (queryKey) => queryClient.invalidateQueries({ queryKey }),
      ),
    );
  const publish = () =>
    act(async () => {
      const pairs = Object.entries(moves).map(([from, to]) => ({ from, to }));
      const { version_number } = await publishDraft(id, view.version, { note, moves: pairs });
      setNote("");
      setMoves({});
      await refresh();
      toast(t("pipelines.published", { version: version_number }));
    });
  const discard = () =>
    act(async () => {
      await deleteDraft(id, view.version);
      if (isNew) onGone();
      await refresh();
      toast(t("pipelines.discarded"));
    });

  if (!view.exists)
    return (
      <section className="panel panel-body" aria-label={t("pipelines.review")}>
        <h2 className="section-title">{t("pipelines.review")}</h2>
        <p className="soft">{t("pipelines.nothingChanged")}</p>
      </section>
    );
  return (
    <section className={`panel panel-body ${classes.review}`} aria-label={t("pipelines.review")}>
      {isBehind && (
        <div className="form-error">
          <p>{t("pipelines.behind", { version: view.published_version })}</p>
          <ChangeList changes={view.published_since} />
          {view.clashes.length > 0 && <p>{t("pipelines.clashes")}</p>}
          <ul className={classes.changes}>
            {view.clashes.map(({ mine, theirs }) => (
              <li key={local(mine.text)}>
                {t("pipelines.mineAndTheirs", {
                  mine: local(mine.text),
                  theirs: local(theirs.text),
                })}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="button-plain"
            disabled={busy || !editing.settled}
            onClick={() => void act(async () => editing.adopt(await rebaseDraft(id, view.version)))}
          >
            {t("pipelines.rebase")}
          </button>
        </div>
      )}
      {!isNew && (
        <>
          <h2 className="section-title">
            {t("pipelines.changes", { count: view.changes.length })}
          </h2>
          {view.changes.length === 0 ? (
            <p className="soft">{t("pipelines.nothingChanged")}</p>
          ) : (
            <ChangeList changes={view.changes} />
          )}
          <h2 className="section-title">{t("pipelines.effect")}</h2>
          {effect && (
            <EffectList effect={effect} pipeline={pipeline} moves={moves} onMoves={setMoves} />
          )}
        </>
      )}
      {view.faults.length > 0 && (
        <>
          <h2 className="section-title tone-bad">
            {t("pipelines.faults", { count: view.faults.length })}
          </h2>
          <ul className={classes.changes}>
            {view.faults.map((fault) => (
              <li key={`${fault.field} ${fault.code}`}>
                <span className="faint">{fault.field}</span> {local(fault.message)}
              </li>
            ))}
          </ul>
        </>
      )}
      <FormProblem problem={problem} />
      {problem instanceof Problem &&
        problem.fields.map((field) => (
          <p key={field.field} className="tone-bad">
            {field.message}
          </p>
        ))}
      <Textarea
        autosize
        minRows={2}
        maxLength={2000}
        label={t("pipelines.note")}
        placeholder={t("pipelines.noteHint")}
        value={note}
        onChange={(event) => setNote(event.target.value.replace(/\n/g, " "))}
      />
      <div className="form-actions">
        <button
          type="button"
          className="button-plain"
          disabled={busy || !editing.settled}
          onClick={() => void discard()}
        >
          {t("pipelines.discard")}
        </button>
        <button
          type="button"
          className="button-primary"
          disabled={busy || !editing.settled || isBehind || view.faults.length > 0}
          onClick={() => void publish()}
        >
          {t("pipelines.publish", { version: view.published_version + 1 })}
        </button>
      </div>
    </section>
  );
}

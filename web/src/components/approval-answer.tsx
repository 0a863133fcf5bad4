import { Textarea } from "@mantine/core";
import { useState } from "react";
import type { Shape } from "@/api/types";
import classes from "@/components/approval-answer.module.css";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";

// One approval that was asked for: who, why, by when, and the two answers for whoever may give them.
export function ApprovalAnswer({
  request,
  onAnswer,
}: {
  request: Shape<"ApprovalRequestView">;
  // Answers whether it was taken.
  onAnswer?: ((approve: boolean, note: string) => Promise<boolean>) | undefined;
}) {
  const { t, lang, local } = useT();
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const answer = async (approve: boolean) => {
    if (!onAnswer) return;
    setBusy(true);
    if (await onAnswer(approve, note.trim())) setNote("");
    setBusy(false);
  };
  const waits = request.state === "waiting";
  return (
    <div className={classes.request}>
      <p className={classes.line}>
        <strong>{local(request.label)}</strong>{" "}
        <span
          className="tag"
          data-tone={
            request.overdue || request.state === "refused"
              ? "bad"
              : request.state === "approved"
                ? "good"
                : "warn"
          }
        >
          {t(request.overdue ? "approval.overdue" : `approval.states.${request.state}`)}
        </span>
      </p>
      <p className="soft">
        {t("approval.askedBy", { name: request.by.name, when: formatInstant(lang, request.at) })}
        {waits && request.due && (
          <span className={request.overdue ? "tone-bad" : undefined}>
            {" · "}
            {t("approval.due", { when: formatInstant(lang, request.due) })}
          </span>
        )}
      </p>
      {request.note && <p className={classes.note}>{request.note}</p>}
      {request.answered_by && (
        <p className={request.state === "refused" ? "tone-bad" : "soft"}>
          {t(
            `approval.${request.state === "refused" ? "refused" : "approved"}${request.on_behalf_of ? "For" : "By"}`,
            { name: request.answered_by.name, absent: request.on_behalf_of?.name ?? "" },
          )}
          {request.reason && ` ${request.reason}`}
        </p>
      )}
      {request.may_answer && onAnswer && (
        <div className={classes.answer}>
          <Textarea
            autosize
            minRows={1}
            maxLength={2000}
            label={t("approval.reason")}
            value={note}
            onChange={(event) => setNote(event.target.value.replace(/\n/g, " "))}
          />
          <div className="form-actions">
            <button
              type="button"
              className="button-plain"
              disabled={busy || !note.trim()}
              title={note.trim() ? undefined : t("approval.reasonNeeded")}
              onClick={() => void answer(false)}
            >
              {t("approval.refuse")}
            </button>
            <button
              type="button"
              className="button-primary"
              disabled={busy}
              onClick={() => void answer(true)}
            >
              {t("approval.approve")}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}

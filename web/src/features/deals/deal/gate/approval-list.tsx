import { TextInput } from "@mantine/core";
import { useState } from "react";
import { postApproval, postApprovalRequest } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import { ApprovalAnswer } from "@/components/approval-answer";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/gate/gate-panel.module.css";
import { useT } from "@/i18n";

const approvalsIn = (criteria: Shape<"Criterion">[]): Shape<"Criterion">[] =>
  criteria.flatMap((each) => (each.kind === "approval" ? [each] : approvalsIn(each.items ?? [])));

// What the stage wants approved: what was asked and answered, and the way to ask.
export function ApprovalList() {
  const { t, local } = useT();
  const { deal, mayWrite, write } = useDealPage();
  const [note, setNote] = useState("");
  const unmet = approvalsIn(
    deal.gate_checks.filter((check) => !check.met).map((check) => check.criterion),
  );
  const isWaiting = (key: string) =>
    deal.approval_requests.some((each) => each.criterion_key === key && each.state === "waiting");
  const toAsk = unmet.filter((criterion) => !isWaiting(criterion.key));
  if (deal.approval_requests.length === 0 && toAsk.length === 0) return null;
  return (
    <div className={classes.approvals}>
      {deal.approval_requests.map((request) => (
        <ApprovalAnswer
          key={`${request.criterion_key} ${request.at}`}
          request={request}
          onAnswer={(approve, reason) =>
            write((current) =>
              postApproval(current, {
                criterion_key: request.criterion_key,
                approve,
                note: reason,
              }),
            )
          }
        />
      ))}
      {mayWrite && toAsk.length > 0 && (
        <form
          className={classes.ask}
          onSubmit={(event) => {
            event.preventDefault();
            void write((current) => postApprovalRequest(current, { note: note.trim() })).then(
              (saved) => saved && setNote(""),
            );
          }}
        >
          <TextInput
            label={t("approval.askFor", {
              what: toAsk.map((criterion) => local(criterion.label)).join(", "),
            })}
            placeholder={t("approval.noteHint")}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <button type="submit" className="button-plain">
            {t("approval.ask")}
          </button>
        </form>
      )}
    </div>
  );
}

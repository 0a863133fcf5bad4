import { Checkbox, TextInput } from "@mantine/core";
import type { Shape } from "@/api/types";
import type { GateDraft } from "@/features/deals/move/gate-draft";
import { useT } from "@/i18n";

interface FieldProps {
  criterion: Shape<"Criterion">;
  draft: GateDraft;
  onDraft: (draft: GateDraft) => void;
}

// For whoever may say yes himself.
export function ApprovalField({ criterion, draft, onDraft }: FieldProps) {
  const { t } = useT();
  const given = criterion.key in draft.approvals;
  const { [criterion.key]: note, ...others } = draft.approvals;
  return (
    <div className="form">
      <Checkbox
        label={t("gate.iApprove")}
        checked={given}
        onChange={(event) =>
          onDraft({
            ...draft,
            approvals: event.target.checked ? { ...others, [criterion.key]: note ?? "" } : others,
          })
        }
      />
      {given && (
        <TextInput
          aria-label={t("gate.note")}
          placeholder={t("gate.note")}
          value={note}
          onChange={(event) =>
            onDraft({ ...draft, approvals: { ...others, [criterion.key]: event.target.value } })
          }
        />
      )}
    </div>
  );
}

// For everybody else: somebody is asked, and the deal stays until he has answered.
export function AskField({ criterion, draft, onDraft }: FieldProps) {
  const { t } = useT();
  const { [criterion.key]: note, ...others } = draft.asks;
  const asked = note !== undefined;
  const { [criterion.key]: _, ...approvals } = draft.approvals;
  return (
    <div className="form">
      <Checkbox
        label={t("approval.askHere")}
        checked={asked}
        onChange={(event) =>
          onDraft(
            event.target.checked
              ? { ...draft, approvals, asks: { ...others, [criterion.key]: "" } }
              : { ...draft, asks: others },
          )
        }
      />
      {asked && (
        <TextInput
          aria-label={t("approval.noteHint")}
          placeholder={t("approval.noteHint")}
          value={note}
          onChange={(event) =>
            onDraft({ ...draft, asks: { ...others, [criterion.key]: event.target.value } })
          }
        />
      )}
    </div>
  );
}

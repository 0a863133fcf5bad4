import { Button, Modal, Textarea } from "@mantine/core";
import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { useState } from "react";
import type { Shape } from "@/api/types";
import { CriterionField } from "@/features/deals/move/criterion-field";
import {
  draftFor,
  emptyDraft,
  type GateDraft,
  isFillable,
  isFilled,
} from "@/features/deals/move/gate-draft";
import classes from "@/features/deals/move/dialogs.module.css";
import { useT } from "@/i18n";

// Shown when a deal is moved on before its stage's standard is met: exactly what is missing, to be
// filled here, and for those who may, the way past it with a reason.
export function GateDialog({
  deal,
  pipeline,
  from,
  to,
  unmet,
  mayOverride,
  busy,
  error,
  onSave,
  onOverride,
  onClose,
}: {
  deal: Shape<"DealCard">;
  pipeline: Shape<"Pipeline">;
  from: Shape<"Stage">;
  to: Shape<"Stage">;
  unmet: Shape<"Criterion">[];
  mayOverride: boolean;
  busy: boolean;
  error: string | null;
  onSave: (draft: GateDraft) => void;
  onOverride: (reason: string) => void;
  onClose: () => void;
}) {
  const { t, local } = useT();
  const [draft, setDraft] = useState(emptyDraft);
  const [overriding, setOverriding] = useState(false);
  const [reason, setReason] = useState("");
  const filled = unmet.filter((criterion) => isFilled(criterion, draft)).length;
  const fillable = unmet.filter((criterion) => isFillable(criterion)).length;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("gate.title", { stage: local(from.name) })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <p className={classes.lead} tabIndex={-1} data-autofocus>
        {t("gate.lead", { deal: deal.name, to: local(to.name), count: unmet.length })}
      </p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (overriding) onOverride(reason.trim());
          else onSave(draftFor(unmet, draft));
        }}
      >
        {!overriding && (
          <ol className={classes.criteria}>
            {unmet.map((criterion) => {
              const done = isFilled(criterion, draft);
              return (
                <li key={criterion.key} className={classes.criterion} data-done={done || undefined}>
                  {done ? (
                    <IconCircleCheckFilled size={18} className="tone-good" aria-hidden />
                  ) : (
                    <IconCircle size={18} className="faint" aria-hidden />
                  )}
                  <div>
                    {criterion.kind !== "checklist" && (
                      <div className={classes.label}>{local(criterion.label)}</div>
                    )}
                    <CriterionField
                      criterion={criterion}
                      deal={deal}
                      pipeline={pipeline}
                      draft={draft}
                      onDraft={setDraft}
                      mayApprove={mayOverride}
                    />
                  </div>
                </li>
              );
            })}
          </ol>
        )}
        {overriding && (
          <Textarea
            label={t("gate.overrideReason")}
            description={t("gate.overrideWhy")}
            data-autofocus
            autosize
            minRows={2}
            required
            withAsterisk={false}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
        {error && (
          <p className="form-error" role="alert">
            {error}
          </p>
        )}
        <div className="form-actions">
          {mayOverride && (
            <Button
              variant="subtle"
              color="gray"
              mr="auto"
              onClick={() => setOverriding(!overriding)}
            >
              {t(overriding ? "gate.fillInstead" : "gate.override")}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          {overriding ? (
            <Button type="submit" loading={busy} disabled={!reason.trim()}>
              {t("gate.overrideMove")}
            </Button>
          ) : (
            <Button type="submit" loading={busy} disabled={filled < unmet.length || fillable === 0}>
              {t("gate.saveAndMove")}
            </Button>
          )}
        </div>
        <p className="sr-only" role="status">
          {t("gate.filled", { filled, total: unmet.length })}
        </p>
      </form>
    </Modal>
  );
}

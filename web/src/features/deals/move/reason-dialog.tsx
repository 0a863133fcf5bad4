import { Button, Modal, Textarea, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/deals/move/dialogs.module.css";
import type { MoveKind } from "@/features/deals/move/move-rules";
import { useT } from "@/i18n";

// Why it was lost, sent back, put on hold or taken up again.
export function ReasonDialog({
  deal,
  pipeline,
  to,
  kind,
  busy,
  error,
  onSave,
  onClose,
}: {
  deal: Shape<"DealCard">;
  pipeline: Shape<"Pipeline">;
  to: Shape<"Stage">;
  kind: MoveKind;
  busy: boolean;
  error: string | null;
  onSave: (reason: string, competitor: string | undefined) => void;
  onClose: () => void;
}) {
  const { t, local } = useT();
  const [reason, setReason] = useState("");
  const [competitor, setCompetitor] = useState("");
  const listed = to.kind === "lost" && pipeline.loss_reasons.length > 0;
  const title = to.kind === "lost" ? "lost" : kind;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(`move.reasonTitle.${title}`)}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <p className={classes.lead}>
        {t("move.reasonLead", { deal: deal.name, to: local(to.name) })}
      </p>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          onSave(reason.trim(), competitor.trim() || undefined);
        }}
      >
        {listed ? (
          <>
            <Picker
              label={t("move.lossReason")}
              required
              empty={t("common.choose")}
              value={reason}
              options={pipeline.loss_reasons.map((each) => ({
                value: each.key,
                label: local(each.label),
              }))}
              onChange={(key) => setReason(key ?? "")}
            />
            <TextInput
              label={t("move.competitor")}
              placeholder={t("move.competitorHint")}
              value={competitor}
              onChange={(event) => setCompetitor(event.target.value)}
            />
          </>
        ) : (
          <Textarea
            label={t("move.reason")}
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
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            type="submit"
            loading={busy}
            disabled={!reason.trim()}
            color={to.kind === "lost" ? "red.8" : "petrol"}
          >
            {t("move.confirm", { to: local(to.name) })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

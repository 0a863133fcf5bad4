import { Modal } from "@mantine/core";
import {
  IconArrowBackUp,
  IconArrowRight,
  IconCheck,
  IconFlag,
  IconPlayerPause,
  IconX,
} from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import classes from "@/features/deals/move/dialogs.module.css";
import { moveKind, stageOf } from "@/features/deals/move/move-rules";
import { useT } from "@/i18n";

const icons = {
  forward: IconArrowRight,
  backward: IconArrowBackUp,
  hold: IconPlayerPause,
  resume: IconArrowRight,
  won: IconFlag,
  lost: IconX,
  reopen: IconArrowBackUp,
};

// "Move to…": the way of keys, long presses and screen readers.
export function StageDialog({
  deal,
  pipeline,
  onPick,
  onClose,
}: {
  deal: Shape<"DealCard">;
  pipeline: Shape<"Pipeline">;
  onPick: (to: Shape<"Stage">) => void;
  onClose: () => void;
}) {
  const { t, local } = useT();
  const from = stageOf(pipeline, deal.stage_id);
  const { stages } = pipeline;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("move.to")}
      size="sm"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <p className={classes.lead}>{deal.name}</p>
      <ul className={classes.stages}>
        {stages.map((stage) => {
          const here = stage.id === from.id;
          const Icon = here ? IconCheck : icons[moveKind(pipeline, from, stage)];
          return (
            <li key={stage.id}>
              <button
                type="button"
                className={classes.stage}
                disabled={here}
                onClick={() => onPick(stage)}
              >
                <Icon size={16} stroke={1.8} aria-hidden />
                <span>{local(stage.name)}</span>
                {here && <span className="tag">{t("move.here")}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </Modal>
  );
}

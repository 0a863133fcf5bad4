import { IconArrowDown, IconArrowUp, IconGripVertical, IconPlus } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { mayMove, moved, type Pipeline, withNewStage } from "@/features/pipelines/edit-pipeline";
import classes from "@/features/pipelines/pipelines.module.css";
import { useT } from "@/i18n";

// The stages in their order: dragged, or carried with the two arrows of the chosen one.
export function StageList({
  pipeline,
  chosen,
  hasFault,
  onChoose,
  onEdit,
}: {
  pipeline: Pipeline;
  chosen: number;
  hasFault: (index: number) => boolean;
  onChoose: (index: number) => void;
  onEdit: (pipeline: Pipeline) => void;
}) {
  const { t, local } = useT();
  const { stages } = pipeline;
  const dragged = useRef<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const carry = (from: number, to: number) => {
    if (from === to || !mayMove(stages, from, to)) return;
    onEdit({ ...pipeline, stages: moved(stages, from, to) });
    onChoose(to);
  };
  return (
    <nav className={classes.stages} aria-label={t("pipelines.stages")}>
      <ol>
        {stages.map((stage, index) => (
          // The row is dragged, not the button: Firefox starts no drag on a button, and none
          // without data. By keys the button does the same.
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
          <li
            key={stage.key}
            data-over={over === index || undefined}
            draggable={stage.kind === "open"}
            onDragStart={(event) => {
              dragged.current = index;
              event.dataTransfer.setData("text/plain", local(stage.name));
              event.dataTransfer.effectAllowed = "move";
            }}
            onDragEnd={() => setOver(null)}
            onDragOver={(event) => {
              if (dragged.current === null || !mayMove(stages, dragged.current, index)) return;
              event.preventDefault();
              setOver(index);
            }}
            onDrop={(event) => {
              event.preventDefault();
              setOver(null);
              if (dragged.current !== null) carry(dragged.current, index);
              dragged.current = null;
            }}
          >
            <span className={classes.grip} aria-hidden>
              {stage.kind === "open" && <IconGripVertical size={14} className="faint" />}
            </span>
            <button
              type="button"
              className={classes.stage}
              aria-current={chosen === index}
              onClick={() => onChoose(index)}
              onKeyDown={(event) => {
                if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
                event.preventDefault();
                carry(index, index + (event.key === "ArrowUp" ? -1 : 1));
              }}
            >
              <span className={classes.stageName}>
                {local(stage.name) || t("pipelines.unnamed")}
              </span>
              {hasFault(index) && (
                <span className="tag" data-tone="bad">
                  {t("pipelines.fault")}
                </span>
              )}
              {stage.kind !== "open" && (
                <span className="tag">{t(`pipelines.kinds.${stage.kind}`)}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
      <div className={classes.stageTools}>
        <button
          type="button"
          className="button-link"
          onClick={() => {
            const added = withNewStage(pipeline);
            onEdit(added.pipeline);
            onChoose(added.at);
          }}
        >
          <IconPlus size={15} />
          {t("pipelines.addStage")}
        </button>
        <span className="spring" />
        <button
          type="button"
          className={classes.icon}
          aria-label={t("pipelines.moveUp")}
          disabled={!mayMove(stages, chosen, chosen - 1)}
          onClick={() => carry(chosen, chosen - 1)}
        >
          <IconArrowUp size={16} />
        </button>
        <button
          type="button"
          className={classes.icon}
          aria-label={t("pipelines.moveDown")}
          disabled={!mayMove(stages, chosen, chosen + 1)}
          onClick={() => carry(chosen, chosen + 1)}
        >
          <IconArrowDown size={16} />
        </button>
      </div>
    </nav>
  );
}

import type { Shape } from "@/api/types";
import classes from "@/features/pipelines/pipelines.module.css";
import { useT } from "@/i18n";

// Texts too long for the sentence are shown on demand, as they were and as they are.
const hasItsOwnValues = (kind: Shape<"PipelineChangeKind">) =>
  kind === "goal" || kind === "guidance" || kind === "key_activities";

export function ChangeList({ changes }: { changes: Shape<"PipelineChange">[] }) {
  const { t, local } = useT();
  return (
    <ul className={classes.changes}>
      {changes.map((change) => (
        <li key={`${change.kind} ${change.stage_key} ${change.criterion_key}`}>
          {hasItsOwnValues(change.kind) ? (
            <details>
              <summary>{local(change.text)}</summary>
              <dl className={classes.values}>
                <dt>{t("pipelines.before")}</dt>
                <dd>{local(change.before) || "–"}</dd>
                <dt>{t("pipelines.after")}</dt>
                <dd>{local(change.after) || "–"}</dd>
              </dl>
            </details>
          ) : (
            local(change.text)
          )}
        </li>
      ))}
    </ul>
  );
}

import { IconBulb } from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import classes from "@/features/deals/deal/guidance/guidance-panel.module.css";
import { useT } from "@/i18n";

// How this stage is done well here: the goal, what to do, and a word of advice.
export function GuidancePanel({ stage }: { stage: Shape<"Stage"> }) {
  const { t, local } = useT();
  if (stage.kind !== "open" || !(local(stage.goal) || local(stage.guidance))) return null;
  return (
    <section className="panel" aria-labelledby="guidance">
      <div className="panel-head">
        <IconBulb size={17} stroke={1.7} className="tone-accent" aria-hidden />
        <h2 className="section-title" id="guidance">
          {t("guidance.title", { stage: local(stage.name) })}
        </h2>
      </div>
      <div className={`panel-body ${classes.guidance}`}>
        {local(stage.goal) && (
          <p>
            <strong>{t("guidance.goal")}</strong> {local(stage.goal)}
          </p>
        )}
        {stage.key_activities.length > 0 && (
          <ul>
            {stage.key_activities.map((activity) => (
              <li key={activity.en}>{local(activity)}</li>
            ))}
          </ul>
        )}
        {local(stage.guidance) && <p className="soft">{local(stage.guidance)}</p>}
      </div>
    </section>
  );
}

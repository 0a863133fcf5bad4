import type { Criterion, Pipeline } from "@/features/pipelines/edit-pipeline";
import classes from "@/features/pipelines/pipelines.module.css";
import { useT } from "@/i18n";

// What is our standard? To be read, not edited.
export function StandardView({ pipeline }: { pipeline: Pipeline }) {
  const { t, local } = useT();
  return (
    <div className={classes.standard}>
      <p className="soft">
        {t(pipeline.allow_skip ? "pipelines.maySkip" : "pipelines.mayNotSkip")}{" "}
        {t(pipeline.allow_back ? "pipelines.mayGoBack" : "pipelines.mayNotGoBack")}
      </p>
      {pipeline.stages.map((stage) => (
        <section key={stage.key} className="panel" aria-label={local(stage.name)}>
          <div className="panel-head">
            <h2 className="section-title">{local(stage.name)}</h2>
            {stage.kind !== "open" && (
              <span className="tag">{t(`pipelines.kinds.${stage.kind}`)}</span>
            )}
            <span className="spring" />
            {stage.standard && (
              <span className="tag" data-tone="accent">
                {stage.standard.amount} {t(`pipelines.units.${stage.standard.unit}`)}
              </span>
            )}
            <span className="tag">{stage.probability}%</span>
          </div>
          {stage.kind === "open" && (
            <div className="panel-body">
              {local(stage.goal) && <p>{local(stage.goal)}</p>}
              {stage.exit_criteria.length > 0 && (
                <>
                  <h3 className="eyebrow">{t("pipelines.criteria")}</h3>
                  <Criteria criteria={stage.exit_criteria} />
                </>
              )}
              {stage.key_activities.length > 0 && (
                <>
                  <h3 className="eyebrow">{t("pipelines.keyActivities")}</h3>
                  <ul>
                    {stage.key_activities.map((activity) => (
                      <li key={local(activity)}>{local(activity)}</li>
                    ))}
                  </ul>
                </>
              )}
              {local(stage.guidance) && (
                <>
                  <h3 className="eyebrow">{t("pipelines.guidance")}</h3>
                  <p className={classes.guidance}>{local(stage.guidance)}</p>
                </>
              )}
            </div>
          )}
        </section>
      ))}
    </div>
  );
}

function Criteria({ criteria }: { criteria: Criterion[] }) {
  const { t, local } = useT();
  return (
    <ul>
      {criteria.map((criterion) => (
        <li key={criterion.key}>
          {local(criterion.label)}
          {(criterion.items ?? []).length > 0 && (
            <>
              {" "}
              <span className="faint">{t(`pipelines.criterionKinds.${criterion.kind}`)}</span>
              <Criteria criteria={criterion.items ?? []} />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

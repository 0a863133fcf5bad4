import { Link } from "@tanstack/react-router";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import type { Pipeline } from "@/features/pipelines/edit-pipeline";
import classes from "@/features/pipelines/pipelines.module.css";
import { useT } from "@/i18n";

// How many open deals the draft touches, by stage, each number a list of those deals.
export function EffectList({
  effect,
  pipeline,
  moves,
  onMoves,
}: {
  effect: Shape<"DraftEffect">;
  pipeline: Pipeline;
  // Where the deals of a removed stage go, by keys.
  moves: Record<string, string>;
  onMoves: (moves: Record<string, string>) => void;
}) {
  const { t, local } = useT();
  const targets = pipeline.stages.filter((stage) => stage.kind === "open");
  if (effect.deals === 0) return <p className="soft">{t("pipelines.noDeals")}</p>;
  if (effect.stages.length === 0)
    return <p className="soft">{t("pipelines.noEffect", { count: effect.deals })}</p>;
  return (
    <>
      <p className={classes.headline} role="status">
        {effect.not_passing > 0
          ? t("pipelines.wouldNotPass", { count: effect.not_passing })
          : t("pipelines.allPass")}
      </p>
      {!effect.exact && <p className="faint">{t("pipelines.sampled")}</p>}
      <ul className={classes.effects}>
        {effect.stages.map((stage) => (
          <li key={stage.stage_key}>
            <strong>{local(stage.name)}</strong>{" "}
            <span className="faint">{t("pipelines.dealsHere", { count: stage.deals })}</span>
            {stage.not_passing > 0 && (
              <p>
                <Deals ids={stage.not_passing_ids} pipeline={pipeline.id}>
                  {t("pipelines.notPassing", { count: stage.not_passing })}
                </Deals>
                {stage.held_back > 0 && (
                  <span className="soft">
                    {" "}
                    {t("pipelines.heldBack", { count: stage.held_back })}
                  </span>
                )}
              </p>
            )}
            {stage.criteria
              .filter((criterion) => criterion.deals > 0)
              .map((criterion) => (
                <p key={criterion.key} className="faint">
                  {local(criterion.label)}: {t("pipelines.lack", { count: criterion.deals })}
                </p>
              ))}
            {stage.newly_over > 0 && (
              <p>
                <Deals ids={stage.newly_over_ids} pipeline={pipeline.id}>
                  {t("pipelines.newlyOver", { count: stage.newly_over })}
                </Deals>
              </p>
            )}
            {stage.no_longer_over > 0 && (
              <p className="tone-good">
                {t("pipelines.noLongerOver", { count: stage.no_longer_over })}
              </p>
            )}
            {stage.removed && (
              <Picker
                label={t("pipelines.moveDealsTo", { count: stage.deals })}
                empty={t("common.choose")}
                value={moves[stage.stage_key] ?? null}
                options={targets.map((each) => ({ value: each.key, label: local(each.name) }))}
                onChange={(to) => {
                  const { [stage.stage_key]: _, ...others } = moves;
                  onMoves(to ? { ...others, [stage.stage_key]: to } : others);
                }}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Deals({ ids, pipeline, children }: { ids: number[]; pipeline: number; children: string }) {
  return (
    <Link
      to="/deals"
      search={{ pipeline, ids: ids.join(".") }}
      target="_blank"
      className="button-link"
    >
      {children}
    </Link>
  );
}

import { TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { pipelinesQuery } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { Picker, type PickerOption } from "@/components/picker";
import classes from "@/features/exchange/exchange.module.css";
import { stageWords, withNewPipeline, withPipeline, withStage } from "@/features/exchange/mapping";
import { useT } from "@/i18n";

type Change = ((mapping: Shape<"MappingInput">) => void) | null;

// Into which pipeline the deals go, and which of its stages each stage of the files is.
export function StagePanel({ plan, onMapping }: { plan: Shape<"ImportPlan">; onMapping: Change }) {
  const { t, lang } = useT();
  const pipelines = useQuery(pipelinesQuery).data?.items ?? [];
  if (plan.stages.length === 0 && !plan.mapping.pipeline && !plan.mapping.new_pipeline) return null;
  const pipeline = pipelines.find((each) => each.key === plan.mapping.pipeline);
  const words = stageWords.map((word) => ({ value: word, label: t(`import.stageTo.${word}`) }));
  const open: PickerOption[] = pipeline
    ? pipeline.stages
        .filter((stage) => stage.kind === "open")
        .map((stage) => ({ value: stage.key, label: stage.name[lang] }))
    : [...new Set(plan.stages.map((stage) => stage.name))]
        .filter((name) => !words.some((word) => word.value === name))
        .map((name) => ({ value: name, label: name }));
  const options = [...open, ...words];
  const labelOf = (to: string) => options.find((each) => each.value === to)?.label ?? to;
  return (
    <section className={`panel ${classes.gapTop}`} aria-labelledby="stages">
      <div className="panel-head">
        <h2 className="section-title" id="stages">
          {t("import.stages")}
        </h2>
        <span className={`faint ${classes.wide}`}>{t("import.stagesWhy")}</span>
      </div>
      <PipelineChoice plan={plan} pipelines={pipelines} onMapping={onMapping} />
      {plan.stages.length > 0 && (
        <div className="table-wrap" tabIndex={0} role="group" aria-labelledby="stages">
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{t("import.stageInFile")}</th>
                <th scope="col">{t("import.stageHere")}</th>
                <th scope="col">
                  <span className="sr-only">{t("import.sure")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {plan.stages.map((stage) => (
                <tr key={stage.name}>
                  <th scope="row" className={classes.header}>
                    {stage.name}
                  </th>
                  <td className={classes.field}>
                    {onMapping ? (
                      <Picker
                        label={`${t("import.stageHere")}: ${stage.name}`}
                        hideLabel
                        value={stage.to}
                        options={
                          options.some((each) => each.value === stage.to)
                            ? options
                            : [{ value: stage.to, label: stage.to }, ...options]
                        }
                        onChange={(to) => to && onMapping(withStage(plan, stage.name, to))}
                      />
                    ) : (
                      labelOf(stage.to)
                    )}
                  </td>
                  <td>
                    <span className="tag" data-tone={tones[stage.by]}>
                      {t(`import.stageBy.${stage.by}`)}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const tones = {
  mapping: "good",
  name: "good",
  ending: "good",
  new_stage: undefined,
  near_name: undefined,
  position: "warn",
} as const;

function PipelineChoice({
  plan,
  pipelines,
  onMapping,
}: {
  plan: Shape<"ImportPlan">;
  pipelines: Shape<"Pipeline">[];
  onMapping: Change;
}) {
  const { t, lang } = useT();
  const { pipeline: key, new_pipeline: title } = plan.mapping;
  const chosen = pipelines.find((each) => each.key === key);
  if (!onMapping)
    return (
      <p className={classes.intoPipeline}>
        <span className="faint">{t("import.intoPipeline")}</span>{" "}
        {chosen?.name[lang] ?? title ?? key}
      </p>
    );
  const suggested = plan.files[0]?.name.replace(/\.[^.]*$/, "") || t("import.newPipeline");
  return (
    <div className={classes.intoPipeline}>
      <Picker
        label={t("import.intoPipeline")}
        value={key ?? null}
        empty={t("import.newPipeline")}
        options={pipelines.map((each) => ({ value: each.key, label: each.name[lang] }))}
        onChange={(next) =>
          onMapping(next ? withPipeline(plan, next) : withNewPipeline(plan, suggested))
        }
      />
      {title && (
        <TextInput
          key={title}
          label={t("import.newPipelineName")}
          defaultValue={title}
          maxLength={120}
          onBlur={(event) => {
            const name = event.target.value.trim();
            if (name && name !== title) onMapping(withNewPipeline(plan, name));
          }}
        />
      )}
    </div>
  );
}

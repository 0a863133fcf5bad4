import { Checkbox } from "@mantine/core";
import { newKey, type Pipeline } from "@/features/pipelines/edit-pipeline";
import { LocalizedField } from "@/components/localized-field";
import { LocalizedList } from "@/features/pipelines/localized-list";
import { StandardField } from "@/features/pipelines/standard-field";
import { useT } from "@/i18n";

// What holds for the pipeline as a whole.
export function SettingsForm({
  pipeline,
  faultAt,
  onChange,
}: {
  pipeline: Pipeline;
  faultAt: (path: string) => string | undefined;
  onChange: (pipeline: Pipeline) => void;
}) {
  const { t } = useT();
  const set = (change: Partial<Pipeline>) => onChange({ ...pipeline, ...change });
  return (
    <section className="panel panel-body form" aria-label={t("pipelines.settings")}>
      <LocalizedField
        label={t("pipelines.pipelineName")}
        value={pipeline.name}
        error={faultAt("name")}
        onChange={(name) => set({ name })}
      />
      {faultAt("stages") && <p className="tone-bad">{faultAt("stages")}</p>}
      <Checkbox
        label={t("pipelines.allowSkip")}
        description={t("pipelines.allowSkipWhy")}
        checked={pipeline.allow_skip}
        onChange={(event) => set({ allow_skip: event.target.checked })}
      />
      <Checkbox
        label={t("pipelines.allowBack")}
        description={t("pipelines.allowBackWhy")}
        checked={pipeline.allow_back}
        onChange={(event) => set({ allow_back: event.target.checked })}
      />
      <StandardField
        label={t("pipelines.idleAfter")}
        value={pipeline.idle_after}
        error={faultAt("idle_after")}
        onChange={(idle_after) => set({ idle_after })}
      />
      {(["loss_reasons", "sources"] as const).map((list) => (
        <LocalizedList
          key={list}
          title={t(`pipelines.${list}`)}
          entry={t(`pipelines.${list}_one`)}
          items={pipeline[list]}
          textOf={(choice) => choice.label}
          withText={(choice, label) => ({ ...choice, label })}
          make={() => ({ key: newKey("x"), label: { en: "", zh: "" } })}
          errorAt={(index) => faultAt(`${list}[${index}].label`)}
          onChange={(items) => set({ [list]: items })}
        />
      ))}
    </section>
  );
}

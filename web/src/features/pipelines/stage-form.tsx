import { TextInput } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { Picker } from "@/components/picker";
import { CriteriaBuilder } from "@/features/pipelines/criteria-builder";
import type { Stage } from "@/features/pipelines/edit-pipeline";
import { LocalizedField } from "@/components/localized-field";
import { LocalizedList } from "@/features/pipelines/localized-list";
import classes from "@/features/pipelines/pipelines.module.css";
import { StandardField } from "@/features/pipelines/standard-field";
import { useT } from "@/i18n";

const kinds = ["open", "on_hold", "won", "lost"] as const;

export function StageForm({
  stage,
  path,
  isPublished,
  faultAt,
  onChange,
  onRemove,
}: {
  stage: Stage;
  path: string;
  isPublished: boolean;
  faultAt: (path: string) => string | undefined;
  onChange: (stage: Stage) => void;
  onRemove: () => void;
}) {
  const { t, local } = useT();
  const set = (change: Partial<Stage>) => onChange({ ...stage, ...change });
  const isOpen = stage.kind === "open";
  const isClosed = stage.kind === "won" || stage.kind === "lost";
  return (
    <section
      className="panel panel-body form"
      aria-label={local(stage.name) || t("pipelines.unnamed")}
    >
      <LocalizedField
        label={t("pipelines.stageName")}
        value={stage.name}
        error={faultAt(`${path}.name`)}
        onChange={(name) => set({ name })}
      />
      <div className="form-row">
        {isPublished ? (
          <TextInput
            label={t("pipelines.kind")}
            value={t(`pipelines.kinds.${stage.kind}`)}
            readOnly
            error={faultAt(`${path}.kind`)}
          />
        ) : (
          <Picker
            label={t("pipelines.kind")}
            value={stage.kind}
            error={faultAt(`${path}.kind`)}
            options={kinds.map((kind) => ({ value: kind, label: t(`pipelines.kinds.${kind}`) }))}
            onChange={(kind) => set({ kind: kind as Stage["kind"] })}
          />
        )}
        <TextInput
          type="number"
          min={0}
          max={100}
          label={t("pipelines.probability")}
          readOnly={isClosed}
          error={faultAt(`${path}.probability`)}
          rightSection={<span className="faint">%</span>}
          value={stage.probability}
          onChange={(event) => set({ probability: Math.trunc(Number(event.target.value)) })}
        />
      </div>
      {isOpen && (
        <>
          <StandardField
            label={t("pipelines.standard")}
            value={stage.standard}
            error={faultAt(`${path}.standard`)}
            onChange={(standard) => set({ standard })}
          />
          <h2 className="section-title">{t("pipelines.criteria")}</h2>
          <CriteriaBuilder
            criteria={stage.exit_criteria}
            path={`${path}.exit_criteria`}
            faultAt={faultAt}
            onChange={(exit_criteria) => set({ exit_criteria })}
          />
          <LocalizedField
            long
            label={t("pipelines.goal")}
            value={stage.goal}
            error={faultAt(`${path}.goal`)}
            onChange={(goal) => set({ goal })}
          />
          <LocalizedList
            title={t("pipelines.keyActivities")}
            entry={t("pipelines.keyActivity")}
            items={stage.key_activities}
            textOf={(text) => text}
            withText={(_, text) => text}
            make={() => ({ en: "", zh: "" })}
            errorAt={(index) => faultAt(`${path}.key_activities[${index}]`)}
            onChange={(key_activities) => set({ key_activities })}
          />
          <LocalizedField
            long
            label={t("pipelines.guidance")}
            value={stage.guidance}
            error={faultAt(`${path}.guidance`)}
            onChange={(guidance) => set({ guidance })}
          />
        </>
      )}
      {!(isClosed && isPublished) && (
        <div className={classes.remove}>
          <button type="button" className="button-link tone-bad" onClick={onRemove}>
            <IconTrash size={15} />
            {t("pipelines.removeStage")}
          </button>
        </div>
      )}
    </section>
  );
}

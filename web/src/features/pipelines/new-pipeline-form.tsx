import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { postPipeline, useTemplates } from "@/api/pipeline/drafts";
import { usePipelines } from "@/api/pipeline/pipelines";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { Picker } from "@/components/picker";
import { LocalizedField } from "@/components/localized-field";
import { useT } from "@/i18n";

export function NewPipelineForm({ onClose }: { onClose: () => void }) {
  const { t, local } = useT();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const pipelines = usePipelines();
  const templates = useTemplates().data?.items ?? [];
  const [name, setName] = useState({ en: "", zh: "" });
  const [source, setSource] = useState<string | null>(null);
  const options = [
    ...templates.map((each) => ({
      value: `template:${each.key}`,
      label: t("pipelines.fromTemplate", { name: local(each.name) }),
    })),
    ...pipelines.map((each) => ({
      value: `copy:${each.id}`,
      label: t("pipelines.copyOf", { name: local(each.name) }),
    })),
  ];
  const chosen = source ?? options[0]?.value ?? "";
  const add = useMutation({
    mutationFn: () => {
      const [how, which] = [chosen.slice(0, chosen.indexOf(":")), chosen.split(":")[1] ?? ""];
      return postPipeline({
        name,
        ...(how === "copy" ? { copy_of: Number(which) } : { template_key: which }),
      });
    },
    onSuccess: async (draft) => {
      await queryClient.invalidateQueries({ queryKey: ["pipeline-drafts"] });
      onClose();
      void navigate({
        to: "/pipelines/$pipelineId",
        params: { pipelineId: draft.pipeline_id },
      });
    },
  });
  return (
    <FormDialog
      title={t("pipelines.newPipeline")}
      save={t("pipelines.begin")}
      sending={add}
      disabled={!name.en.trim() && !name.zh.trim()}
      onClose={onClose}
    >
      <LocalizedField
        label={t("pipelines.pipelineName")}
        value={name}
        error={fieldProblem(add.error, "name")}
        onChange={setName}
      />
      <Picker
        label={t("pipelines.startFrom")}
        value={chosen}
        options={options}
        onChange={setSource}
      />
    </FormDialog>
  );
}

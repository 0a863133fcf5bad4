import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { putArchived, useDrafts } from "@/api/pipeline/drafts";
import { usePipelines } from "@/api/pipeline/pipelines";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { NewPipelineForm } from "@/features/pipelines/new-pipeline-form";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";
import { toastProblem } from "@/lib/toast";

export function PipelinesPage() {
  const { t, local } = useT();
  usePageTitle(t("pipelines.title"));
  const mayEdit = useMay("pipelines.edit");
  const pipelines = usePipelines();
  const drafts = useDrafts(mayEdit).data?.items ?? [];
  const unpublished = drafts.filter((draft) => draft.published_version === 0);
  const [adding, setAdding] = useState(false);
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("pipelines.title")}</h1>
        <span className="spring" />
        {mayEdit && (
          <button type="button" className="button-primary" onClick={() => setAdding(true)}>
            <IconPlus size={16} />
            {t("pipelines.newPipeline")}
          </button>
        )}
      </div>
      <p className="soft">{t(mayEdit ? "pipelines.leadEdit" : "pipelines.leadRead")}</p>
      <section className="panel table-wrap" aria-label={t("pipelines.title")} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("fields.name")}</th>
              <th scope="col">{t("pipelines.stages")}</th>
              <th scope="col">{t("pipelines.state")}</th>
              {mayEdit && <th scope="col">{t("pipelines.actions")}</th>}
            </tr>
          </thead>
          <tbody>
            {pipelines.map((pipeline) => (
              <Row
                key={pipeline.id}
                pipeline={pipeline}
                draft={drafts.find((draft) => draft.pipeline_id === pipeline.id)}
                mayEdit={mayEdit}
              />
            ))}
            {unpublished.map((draft) => (
              <tr key={draft.pipeline_id}>
                <td>
                  <Link to="/pipelines/$pipelineId" params={{ pipelineId: draft.pipeline_id }}>
                    {local(draft.name)}
                  </Link>
                </td>
                <td>–</td>
                <td>
                  <span className="tag" data-tone="warn">
                    {t("pipelines.notPublished")}
                  </span>
                </td>
                <td />
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {adding && <NewPipelineForm onClose={() => setAdding(false)} />}
    </div>
  );
}

function Row({
  pipeline,
  draft,
  mayEdit,
}: {
  pipeline: Shape<"Pipeline">;
  draft: Shape<"DraftSummary"> | undefined;
  mayEdit: boolean;
}) {
  const { t, local } = useT();
  const queryClient = useQueryClient();
  const archive = useMutation({
    mutationFn: () => putArchived(pipeline, !pipeline.archived),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["pipelines"] }),
    onError: toastProblem,
  });
  return (
    <tr>
      <td>
        <Link to="/pipelines/$pipelineId" params={{ pipelineId: pipeline.id }}>
          {local(pipeline.name)}
        </Link>
      </td>
      <td className="num">{pipeline.stages.filter((stage) => stage.kind === "open").length}</td>
      <td>
        <span className="tag" data-tone={pipeline.archived ? undefined : "good"}>
          {pipeline.archived
            ? t("pipelines.archived")
            : t("pipelines.version", { version: pipeline.version_number })}
        </span>{" "}
        {draft && (
          <span className="tag" data-tone="warn">
            {t("pipelines.draftBy", { name: draft.editor })}
          </span>
        )}
      </td>
      {mayEdit && (
        <td>
          <button
            type="button"
            className="button-link"
            disabled={archive.isPending}
            onClick={() => archive.mutate()}
          >
            {t(pipeline.archived ? "pipelines.unarchive" : "pipelines.archive")}
            <span className="sr-only"> {local(pipeline.name)}</span>
          </button>
        </td>
      )}
    </tr>
  );
}

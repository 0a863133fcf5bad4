import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

const at = (version: number) => ({ "If-Match": `"${version}"` });
const onDraft = (id: number, version: number) => ({ path: { id }, header: at(version) });

export const draftQuery = (id: number) =>
  queryOptions({
    queryKey: ["pipeline-draft", id],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/pipelines/{id}/draft", { params: { path: { id } }, signal })),
  });

export const useDraftEffect = (id: number, version: number, asked: boolean) =>
  useQuery({
    queryKey: ["pipeline-draft", id, "effect", version],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/pipelines/{id}/draft/effect", { params: { path: { id } }, signal })),
    enabled: asked,
    placeholderData: keepPreviousData,
  });

export const putDraft = (id: number, version: number, body: Shape<"PipelineInput">) =>
  answered(api.PUT("/api/pipelines/{id}/draft", { params: onDraft(id, version), body }));

export const deleteDraft = (id: number, version: number) =>
  api.DELETE("/api/pipelines/{id}/draft", { params: onDraft(id, version) });

export const rebaseDraft = (id: number, version: number) =>
  answered(api.POST("/api/pipelines/{id}/draft/rebases", { params: onDraft(id, version) }));

export const publishDraft = (id: number, version: number, body: Shape<"PublishDraft">) =>
  answered(api.POST("/api/pipelines/{id}/publications", { params: onDraft(id, version), body }));

export const useDrafts = (asked: boolean) =>
  useQuery({
    queryKey: ["pipeline-drafts"],
    queryFn: ({ signal }) => answered(api.GET("/api/pipeline-drafts", { signal })),
    enabled: asked,
  });

export const useTemplates = () =>
  useQuery({
    queryKey: ["pipeline-templates"],
    queryFn: ({ signal }) => answered(api.GET("/api/pipeline-templates", { signal })),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const postPipeline = (body: Shape<"NewPipeline">) =>
  answered(api.POST("/api/pipelines", { body }));

export const putArchived = (pipeline: Shape<"Pipeline">, archived: boolean) =>
  answered(
    api.PUT("/api/pipelines/{id}/archived", {
      params: { path: { id: pipeline.id }, header: at(pipeline.version_number) },
      body: { archived },
    }),
  );

export const useVersions = (id: number) =>
  useQuery({
    queryKey: ["pipeline-versions", id],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/pipelines/{id}/versions", { params: { path: { id }, query: {} }, signal }),
      ),
  });

export const getVersion = (id: number, number: number) =>
  answered(
    api.GET("/api/pipelines/{id}/versions/{number}", {
      params: { path: { id, number: String(number) } },
    }),
  );

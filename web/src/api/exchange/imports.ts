import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

const watchMs = 700;
const onPlan = (id: number) => ({ params: { path: { id } } });

export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: ({ signal }) => answered(api.GET("/api/imports", { signal })),
});

// Watched while it runs.
export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ["import", id],
    queryFn: ({ signal }) => answered(api.GET("/api/imports/{id}", { ...onPlan(id), signal })),
    refetchInterval: (query) => (query.state.data?.state === "running" ? watchMs : false),
  });

// The file goes as it is.
export const postUpload = (file: File) =>
  answered(
    api.POST("/api/uploads", {
      params: { query: { name: file.name } },
      headers: { "Content-Type": "application/octet-stream" },
      body: file,
      bodySerializer: () => file,
    }),
  );

export const postImport = (uploadIds: number[]) =>
  answered(api.POST("/api/imports", { body: { upload_ids: uploadIds } }));

export const patchImport = (id: number, mapping: Shape<"MappingInput">) =>
  answered(api.PATCH("/api/imports/{id}", { ...onPlan(id), body: { mapping } }));

export const runImport = (id: number) => answered(api.POST("/api/imports/{id}/runs", onPlan(id)));

export const undoImport = (id: number) => answered(api.POST("/api/imports/{id}/undo", onPlan(id)));

export const discardImport = (id: number) => answered(api.DELETE("/api/imports/{id}", onPlan(id)));

import { queryOptions } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Page, Shape } from "@/api/types";

const watchMs = 700;

export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: ({ signal }) => request<Page<Shape<"ImportPlan">>>("GET", "/imports", { signal }),
});

// Watched while it runs.
export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ["import", id],
    queryFn: ({ signal }) => request<Shape<"ImportPlan">>("GET", `/imports/${id}`, { signal }),
    refetchInterval: (query) => (query.state.data?.state === "running" ? watchMs : false),
  });

export const postUpload = (file: File) =>
  request<{ upload_id: number; name: string; size: number }>("POST", "/uploads", {
    query: { name: file.name },
    bytes: file,
  });

export const postImport = (uploadIds: (number | string)[]) =>
  request<Shape<"ImportPlan">>("POST", "/imports", { body: { upload_ids: uploadIds } });

export const patchImport = (id: number, mapping: Shape<"Mapping">) =>
  request<Shape<"ImportPlan">>("PATCH", `/imports/${id}`, { body: { mapping } });

export const runImport = (id: number) =>
  request<Shape<"ImportPlan">>("POST", `/imports/${id}/runs`, { body: {} });

export const undoImport = (id: number) =>
  request<Shape<"ImportPlan">>("POST", `/imports/${id}/undo`, { body: {} });

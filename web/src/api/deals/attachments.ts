import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

type Versioned = Pick<Shape<"Attachment">, "id" | "version">;

export const attachmentsQuery = (dealId: number) =>
  queryOptions({
    queryKey: ["deal", dealId, "attachments"],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/deals/{id}/attachments", { params: { path: { id: dealId } }, signal }),
      ),
  });

export const useAttachments = (dealId: number) => useQuery(attachmentsQuery(dealId)).data?.items;

// The bytes of the file are the body.
export const postAttachment = (dealId: number, file: File) =>
  answered(
    api.POST("/api/deals/{id}/attachments", {
      params: { path: { id: dealId }, query: { name: file.name } },
      body: file,
      bodySerializer: () => file,
      headers: { "Content-Type": "application/octet-stream" },
    }),
  );

export const contentPath = (attachment: { id: number }) =>
  `/api/attachments/${attachment.id}/content`;

export const deleteAttachment = (attachment: Versioned) =>
  answered(api.DELETE("/api/attachments/{id}", { params: onRecord(attachment) }));

// A deletion raises the version by one.
export const restoreAttachment = ({ id, version }: Versioned) =>
  answered(
    api.POST("/api/attachments/{id}/restorations", {
      params: onRecord({ id, version: version + 1 }),
    }),
  );

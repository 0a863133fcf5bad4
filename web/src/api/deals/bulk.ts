import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const previewBulk = (body: Shape<"BulkPreview">) =>
  answered(api.POST("/api/deals/bulk-previews", { body }));

export const editBulk = (body: Shape<"BulkEdit">) =>
  answered(api.POST("/api/deals/bulk-edits", { body }));

import { infiniteQueryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { paths } from "@/api/schema";

export type AuditFilters = Omit<
  NonNullable<paths["/api/audit"]["get"]["parameters"]["query"]>,
  "before" | "limit"
>;

// Page by page, newest first; a page may be short, because the server stops after a stretch.
export const auditQuery = (filters: AuditFilters) =>
  infiniteQueryOptions({
    queryKey: ["audit", filters],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/audit", {
          params: { query: { ...filters, ...(pageParam ? { before: pageParam } : {}) } },
          signal,
        }),
      ),
    initialPageParam: 0,
    getNextPageParam: (page) => page.next_before ?? undefined,
  });

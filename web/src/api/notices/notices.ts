import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

// What one is told of. The live stream marks all of it as stale.
export const unreadQuery = queryOptions({
  queryKey: ["notices", "unread"],
  queryFn: ({ signal }) => answered(api.GET("/api/notices/unread", { signal })),
});

export const noticesQuery = infiniteQueryOptions({
  queryKey: ["notices", "list"],
  queryFn: ({ pageParam, signal }) =>
    answered(
      api.GET("/api/notices", {
        params: { query: { cursor: pageParam ?? undefined, limit: 30 } },
        signal,
      }),
    ),
  initialPageParam: null as number | null,
  getNextPageParam: ({ next_cursor: next }) => (next === null ? null : Number(next)),
});

export const noticeSettingsQuery = queryOptions({
  queryKey: ["notices", "settings"],
  queryFn: ({ signal }) => answered(api.GET("/api/notices/settings", { signal })),
});

export const putRead = (id: number) =>
  api.PUT("/api/notices/{id}/read", { params: { path: { id } } });

// Up to the newest that was shown; what came after it stays unread.
export const postAllRead = (upTo: number) =>
  api.POST("/api/notices/readings", { body: { up_to: upTo } });

export const putNoticeSettings = (settings: Shape<"NoticeSettings">) =>
  answered(api.PUT("/api/notices/settings", { body: settings }));

import { queryOptions } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

// Where somebody is signed in; null = whoever asks.
export const sessionsQuery = (userId: number | null) =>
  queryOptions({
    queryKey: ["sessions", userId],
    queryFn: ({ signal }) =>
      userId === null
        ? answered(api.GET("/api/sessions", { signal }))
        : answered(
            api.GET("/api/users/{id}/sessions", { params: { path: { id: userId } }, signal }),
          ),
  });

export const endSession = (id: number) =>
  answered(api.DELETE("/api/sessions/{id}", { params: { path: { id } } }));

// All but the one that asks.
export const endSessions = (userId: number | null) =>
  userId === null
    ? answered(api.DELETE("/api/sessions"))
    : answered(api.DELETE("/api/users/{id}/sessions", { params: { path: { id: userId } } }));

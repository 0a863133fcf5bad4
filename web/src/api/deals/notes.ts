import { infiniteQueryOptions, useInfiniteQuery } from "@tanstack/react-query";
import { answered, api, onRecord, withKey } from "@/api/http";
import type { Shape } from "@/api/types";

type Versioned = Pick<Shape<"Note">, "id" | "version">;

export const notesQuery = (dealId: number) =>
  infiniteQueryOptions({
    queryKey: ["deal", dealId, "notes"],
    queryFn: ({ pageParam, signal }) =>
      answered(
        api.GET("/api/deals/{id}/notes", {
          params: { path: { id: dealId }, query: { cursor: pageParam ?? undefined, limit: 10 } },
          signal,
        }),
      ),
    initialPageParam: null as number | null,
    getNextPageParam: ({ next_cursor: next }) => (next === null ? null : Number(next)),
  });

export const useNotes = (dealId: number) => useInfiniteQuery(notesQuery(dealId));

export const postNote = (dealId: number, body: string, key?: string) =>
  answered(
    api.POST("/api/deals/{id}/notes", {
      params: { path: { id: dealId } },
      body: { body },
      headers: withKey(key),
    }),
  );

export const patchNote = (note: Versioned, body: string) =>
  answered(api.PATCH("/api/notes/{id}", { params: onRecord(note), body: { body } }));

export const deleteNote = (note: Versioned) =>
  answered(api.DELETE("/api/notes/{id}", { params: onRecord(note) }));

// A deletion raises the version by one.
export const restoreNote = ({ id, version }: Versioned) =>
  answered(
    api.POST("/api/notes/{id}/restorations", { params: onRecord({ id, version: version + 1 }) }),
  );

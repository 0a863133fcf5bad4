import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api, onRecord } from "@/api/http";
import type { Shape } from "@/api/types";

// Who is away or will be.
export const absencesQuery = queryOptions({
  queryKey: ["absences"],
  queryFn: ({ signal }) => answered(api.GET("/api/absences", { signal })),
  staleTime: 60_000,
});

export const useAbsences = () => useQuery(absencesQuery).data;

export const isAway = (absence: Shape<"Absence">, today: string) =>
  absence.from <= today && today <= absence.to;

export const postAbsence = (body: Shape<"SetAbsence">) =>
  answered(api.POST("/api/absences", { body }));

export const deleteAbsence = (absence: { id: number; version: number }) =>
  answered(api.DELETE("/api/absences/{id}", { params: onRecord(absence) }));

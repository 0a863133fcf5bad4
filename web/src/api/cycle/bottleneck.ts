import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { cycleQuestion } from "@/api/cycle/cycle";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";
import type { DealFilters } from "@/lib/deal-filters";

// The server searches in the background and says how far it is; who leaves the page stops asking,
// and the search ends.
const pollMs = 1000;

export function useBottleneck(filters: DealFilters) {
  const query = cycleQuestion(filters);
  return useQuery({
    queryKey: ["cycle", "bottleneck", query],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/cycle/bottleneck", { params: { query }, signal })),
    refetchInterval: ({ state }) => (state.data && !state.data.found ? pollMs : false),
    staleTime: 60_000,
  });
}

// What one stage would be brought to; what is undefined stays as it is.
export interface Change {
  lostPercent?: number;
  days?: number;
}
export type Changes = Record<number, Change>; // by stage

// "12:20:,13::10", in the order of the stages, so that equal changes are one question.
export const changesText = (changes: Changes) =>
  Object.entries(changes)
    .filter(([, { lostPercent, days }]) => lostPercent !== undefined || days !== undefined)
    .map(([stage, { lostPercent, days }]) => `${stage}:${lostPercent ?? ""}:${days ?? ""}`)
    .join(",");

export function useWhatIf(filters: DealFilters, changes: Changes) {
  const change = changesText(changes);
  const query = { ...cycleQuestion(filters), change };
  return useQuery({
    queryKey: ["cycle", "what-if", query],
    queryFn: ({ signal }) => answered(api.GET("/api/cycle/what-if", { params: { query }, signal })),
    enabled: change !== "",
    refetchInterval: ({ state }) => (state.data && !state.data.found ? pollMs : false),
    placeholderData: keepPreviousData,
  });
}

export type Bottleneck = Shape<"BottleneckAnswer">;
export type StageWorth = Shape<"StageWorth">;

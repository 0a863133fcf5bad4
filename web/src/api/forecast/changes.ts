import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { forecastQuestion } from "@/api/forecast/forecast";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";
import type { ForecastFilters } from "@/lib/forecast-filters";

export function useForecastChanges(filters: ForecastFilters) {
  const query = { ...forecastQuestion(filters), since: filters.since };
  return useQuery({
    queryKey: ["forecast", "changes", query],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/forecast/changes", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export type ForecastChanges = Shape<"ForecastChanges">;

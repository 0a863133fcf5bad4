import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";
import type { ForecastFilters } from "@/lib/forecast-filters";

export const forecastQuestion = (filters: ForecastFilters) => ({
  period: filters.period,
  pipeline_id: filters.pipeline,
  owner_id: filters.owner,
  team_id: filters.team,
  currency: filters.currency,
});

export function useForecast(filters: ForecastFilters) {
  const query = forecastQuestion(filters);
  return useQuery({
    queryKey: ["forecast", query],
    queryFn: ({ signal }) => answered(api.GET("/api/forecast", { params: { query }, signal })),
    placeholderData: keepPreviousData,
  });
}

export type Forecast = Shape<"ForecastAnswer">;
export type ForecastFigures = Shape<"ForecastFigures">;

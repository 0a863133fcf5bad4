// The period and the deals that the forecast is about. They live in the address.
export interface ForecastFilters {
  period?: string;
  pipeline?: number;
  owner?: number;
  team?: number;
  currency?: string;
  // The day that changes are counted from.
  since?: string;
}

const numbers = ["pipeline", "owner", "team"] as const;

// Reads only what is well-formed, as the lists do.
export function forecastFiltersFrom(search: Record<string, unknown>): ForecastFilters {
  const filters: ForecastFilters = {};
  for (const name of numbers) {
    const value = Number(search[name]);
    if (search[name] !== undefined && search[name] !== "" && Number.isInteger(value))
      filters[name] = value;
  }
  const period = String(search.period ?? "");
  if (/^\d{4}-(Q[1-4]|0[1-9]|1[0-2])$/.test(period)) filters.period = period;
  const currency = String(search.currency ?? "");
  if (/^[A-Z]{3}$/.test(currency)) filters.currency = currency;
  const since = String(search.since ?? "");
  if (/^\d{4}-\d{2}-\d{2}$/.test(since)) filters.since = since;
  return filters;
}

const pad = (month: number) => String(month).padStart(2, "0");

export function quarterOf(date: string): string {
  return `${date.slice(0, 4)}-Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`;
}
export const monthOf = (date: string) => date.slice(0, 7);

// The period so many of its own kind later; a negative number: earlier.
export function shiftPeriod(period: string, by: number): string {
  const year = Number(period.slice(0, 4));
  if (period[5] === "Q") {
    const at = year * 4 + Number(period[6]) - 1 + by;
    return `${Math.floor(at / 4)}-Q${(((at % 4) + 4) % 4) + 1}`;
  }
  const at = year * 12 + Number(period.slice(5)) - 1 + by;
  return `${Math.floor(at / 12)}-${pad((((at % 12) + 12) % 12) + 1)}`;
}

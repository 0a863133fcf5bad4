// What the address of the funnel holds beside the filters of the cycle.
import type { FunnelFilters } from "@/api/cycle/funnel";
import { dealFiltersFrom } from "@/lib/deal-filters";

export const ages = [30, 60, 90, 180, 365];
export const defaultAge = 90;

export function funnelFiltersFrom(search: Record<string, unknown>): FunnelFilters {
  const age = ages.find((each) => each === Number(search.age));
  return { ...dealFiltersFrom(search), ...(age && age !== defaultAge ? { age } : {}) };
}

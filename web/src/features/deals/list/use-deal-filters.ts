import { useNavigate, useSearch } from "@tanstack/react-router";
import { type DealFilters, dealFiltersFrom } from "@/lib/deal-filters";

// The filters of the address, and how to change some of them.
export function useDealFilters(): [
  DealFilters,
  (change: { [Key in keyof DealFilters]?: DealFilters[Key] | undefined }) => void,
] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = dealFiltersFrom(search);
  const change = (changed: object) =>
    void navigate({
      to: ".",
      search: dealFiltersFrom({ ...filters, ...changed }),
      replace: true,
    });
  return [filters, change];
}

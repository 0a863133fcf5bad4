import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { type RecordFilters, recordFiltersFrom } from "@/lib/record-filters";

type Changes = { [Key in keyof RecordFilters]?: RecordFilters[Key] | undefined };

// The filters of the page one is on, and what changes them. They live in the address.
export function useRecordFilters(): [RecordFilters, (change: Changes) => void] {
  const filters = recordFiltersFrom(useSearch({ strict: false }));
  const navigate = useNavigate();
  const change = useCallback(
    (some: Changes) => {
      void navigate({
        to: ".",
        search: (now: Record<string, unknown>) =>
          recordFiltersFrom({ ...now, ...some } as Record<string, unknown>),
        replace: true,
      });
    },
    [navigate],
  );
  return [filters, change];
}

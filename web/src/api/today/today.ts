import { keepPreviousData, queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

// Whose day: one's own, that of everyone whose deals one sees, or one colleague's.
export interface DayOf {
  scope?: Shape<"TodayScope">;
  owner?: number;
}

export const todayQuery = (of: DayOf) =>
  queryOptions({
    queryKey: ["today", of],
    queryFn: ({ signal }) =>
      answered(
        api.GET("/api/today", {
          params: { query: { scope: of.scope, owner_id: of.owner, limit: 100 } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const useToday = (of: DayOf) => useQuery(todayQuery(of));

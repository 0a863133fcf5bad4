import { queryOptions, useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";

// What the past of the pipeline says of an open deal. Asked for beside the page, never before it.
export const outlookQuery = (dealId: number) =>
  queryOptions({
    queryKey: ["deal", dealId, "outlook"],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/deals/{id}/outlook", { params: { path: { id: dealId } }, signal })),
    staleTime: 60_000,
  });

export const useOutlook = (dealId: number) => useQuery(outlookQuery(dealId));

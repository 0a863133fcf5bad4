import { useQuery } from "@tanstack/react-query";
import { answered, api } from "@/api/http";
import type { Shape } from "@/api/types";

export const useSubmissions = (period: string) =>
  useQuery({
    queryKey: ["forecast", "submissions", period],
    queryFn: ({ signal }) =>
      answered(api.GET("/api/forecast/submissions", { params: { query: { period } }, signal })),
  });

export const postSubmission = (body: Shape<"NewSubmission">) =>
  answered(api.POST("/api/forecast/submissions", { body }));

import { queryOptions } from "@tanstack/react-query";
import { request } from "@/api/http";
import type { Shape } from "@/api/types";

export interface SetupForm {
  organization: string;
  name: string;
  email: string;
  password: string;
  lang: Shape<"Lang">;
  currency: string;
  time_zone: string;
  sample_data: boolean;
}

export const setupQuery = queryOptions({
  queryKey: ["setup"],
  queryFn: ({ signal }) => request<{ needed: boolean }>("GET", "/setup", { signal }),
  staleTime: Infinity,
});

export const postSetup = (body: SetupForm) => request<Shape<"Me">>("POST", "/setup", { body });

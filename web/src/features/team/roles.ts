import type { Shape } from "@/api/types";

export const roles: Shape<"Role">[] = ["owner", "manager", "rep", "viewer"];
export const visibilities: Shape<"Visibility">[] = ["own", "team", "all"];

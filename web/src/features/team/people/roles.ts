import type { Shape } from "@/api/types";

export const roles: Shape<"Role">[] = ["owner", "manager", "rep", "viewer"];
export const visibilities: Shape<"Visibility">[] = ["own", "team", "all"];

// Nobody gives more than he has; the server holds everybody to it, this offers nothing else.
export const rolesGivenBy = (me: Shape<"User">) =>
  me.role === "owner" ? roles : roles.filter((role) => role === "rep" || role === "viewer");

export const visibilitiesGivenBy = (me: Shape<"User">) =>
  visibilities.slice(0, visibilities.indexOf(me.visibility) + 1);

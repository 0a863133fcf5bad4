import type { Shape } from "@/api/types";
import { useT } from "@/i18n";

type DefinedRole = Shape<"DefinedRole">;

export const visibilities: Shape<"Visibility">[] = ["own", "team", "all"];

// The four first roles are named by the interface, the others by who made them.
export function useRoleName() {
  const { t } = useT();
  return (role: DefinedRole) => role.name || t(`team.roles.${role.kind}`);
}

// Nobody gives more than he has; the server holds everybody to it, this offers nothing else.
export const rolesGivenBy = (me: Shape<"Me">, roles: DefinedRole[]) =>
  me.user.role === "owner"
    ? roles
    : roles.filter(
        (role) =>
          (role.kind === "rep" || role.kind === "viewer") &&
          role.permissions.every((each) => me.permissions.includes(each)),
      );

export const visibilitiesGivenBy = (me: Shape<"User">) =>
  visibilities.slice(0, visibilities.indexOf(me.visibility) + 1);

import type { Shape } from "@/api/types";

type Role = Shape<"DefinedRole">;

// What a role is to give, before it is saved.
export interface Draft {
  permissions: string[];
  changes: Shape<"Visibility">;
}

// The rows of the matrix, in groups; each permission is in one of them.
export const groups = [
  {
    key: "records",
    permissions: [
      "deals.write",
      "deals.amount",
      "deals.close_date",
      "accounts.write",
      "activities.write",
      "records.delete",
      "records.merge",
    ],
  },
  { key: "decisions", permissions: ["deals.assign", "gates.override"] },
  { key: "setUp", permissions: ["products.edit", "pipelines.edit", "organization.edit"] },
  {
    key: "people",
    permissions: [
      "users.manage",
      "audit.read",
      "personal_data.handle",
      "imports.run",
      "exports.run",
    ],
  },
] as const;

export type PermissionName = (typeof groups)[number]["permissions"][number];

// "deals.write" -> "deals_write", as the dictionaries have it.
type Keyed<T extends string> = T extends `${infer A}.${infer B}` ? `${A}_${B}` : never;
export const keyOf = (permission: PermissionName) =>
  permission.replace(".", "_") as Keyed<PermissionName>;

export const draftOf = (role: Role): Draft => ({
  permissions: role.permissions,
  changes: role.changes,
});

export const toggled = (draft: Draft, permission: PermissionName): Draft => ({
  ...draft,
  permissions: draft.permissions.includes(permission)
    ? draft.permissions.filter((each) => each !== permission)
    : [...draft.permissions, permission],
});

export interface RoleDifference {
  role: Role;
  given: PermissionName[];
  taken: PermissionName[];
  changes: Shape<"Visibility"> | null; // whose records from now on; null: as before
}

// What saving would change, role by role; roles without a difference are left out.
export function differences(roles: Role[], drafts: Record<string, Draft>): RoleDifference[] {
  const all = groups.flatMap((group): readonly PermissionName[] => group.permissions);
  return roles.flatMap((role) => {
    const draft = drafts[role.key];
    if (!draft) return [];
    const had = (each: string) => role.permissions.includes(each);
    const has = (each: string) => draft.permissions.includes(each);
    const given = all.filter((each) => has(each) && !had(each));
    const taken = all.filter((each) => had(each) && !has(each));
    const changes = draft.changes === role.changes ? null : draft.changes;
    return given.length + taken.length > 0 || changes ? [{ role, given, taken, changes }] : [];
  });
}

import { Checkbox, Select } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteRole, rolesQuery } from "@/api/team/roles";
import { useMay, useMe } from "@/api/team/me";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { ErrorPanel } from "@/components/error-panel";
import { Lines } from "@/components/skeleton";
import { useRoleName, visibilities } from "@/features/team/people/roles";
import { type Draft, draftOf, groups, keyOf, toggled } from "@/features/team/roles/matrix";
import { Review } from "@/features/team/roles/review";
import { RoleForm } from "@/features/team/roles/role-form";
import classes from "@/features/team/roles/roles.module.css";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";
import { toast, toastProblem } from "@/lib/toast";

export function RolesPage() {
  const { t } = useT();
  usePageTitle(t("roles.title"));
  const roles = useQuery(rolesQuery);
  const users = useUsers();
  const mayEdit = useMay("organization.edit");
  const [drafts, setDrafts] = useState<Record<string, Draft>>({});
  const [adding, setAdding] = useState(false);
  const items = roles.data?.items ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("roles.title")}</h1>
        <span className="spring" />
        {mayEdit && (
          <button type="button" className="button-primary" onClick={() => setAdding(true)}>
            <IconPlus size={16} />
            {t("roles.add")}
          </button>
        )}
      </div>
      <p className="soft">{t("roles.lead")}</p>
      {roles.isPending && <Lines count={8} />}
      {roles.isError && !roles.data && (
        <ErrorPanel error={roles.error} onRetry={() => void roles.refetch()} />
      )}
      {roles.data && (
        <Matrix
          roles={items}
          users={users}
          drafts={drafts}
          mayEdit={mayEdit}
          onChange={(role, draft) => setDrafts({ ...drafts, [role.key]: draft })}
        />
      )}
      <Review roles={items} users={users} drafts={drafts} onDone={() => setDrafts({})} />
      {adding && <RoleForm roles={items} onClose={() => setAdding(false)} />}
    </div>
  );
}

function Matrix({
  roles,
  users,
  drafts,
  mayEdit,
  onChange,
}: {
  roles: Shape<"DefinedRole">[];
  users: Shape<"User">[];
  drafts: Record<string, Draft>;
  mayEdit: boolean;
  onChange: (role: Shape<"DefinedRole">, draft: Draft) => void;
}) {
  const { t } = useT();
  const nameOf = useRoleName();
  const me = useMe().user;
  const fixed = (role: Shape<"DefinedRole">) =>
    !mayEdit || role.kind === "owner" || (me.role !== "owner" && role.key === me.role_key);
  const now = (role: Shape<"DefinedRole">) => drafts[role.key] ?? draftOf(role);
  return (
    <section className="panel table-wrap" aria-label={t("roles.title")} tabIndex={0}>
      <table className={`table ${classes.matrix}`}>
        <thead>
          <tr>
            <th scope="col">{t("roles.permission")}</th>
            {roles.map((role) => (
              <th key={role.key} scope="col" className={classes.head}>
                {nameOf(role)}
                <WhoHasIt role={role} users={users} mayDelete={mayEdit} />
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.key}>
            <tr>
              <th scope="colgroup" colSpan={roles.length + 1}>
                {t(`roles.groups.${group.key}`)}
              </th>
            </tr>
            {group.permissions.map((permission) => {
              const words = t(`roles.permissions.${keyOf(permission)}`);
              return (
                <tr key={permission}>
                  <th scope="row">{words}</th>
                  {roles.map((role) => (
                    <td key={role.key}>
                      <Checkbox
                        className={classes.cell}
                        aria-label={t("roles.cell", { role: nameOf(role), permission: words })}
                        checked={now(role).permissions.includes(permission)}
                        disabled={fixed(role)}
                        onChange={() => onChange(role, toggled(now(role), permission))}
                      />
                    </td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        ))}
        <tbody>
          <tr>
            <th scope="row">{t("roles.whose")}</th>
            {roles.map((role) => (
              <td key={role.key}>
                <Select
                  size="xs"
                  w={110}
                  aria-label={t("roles.whoseOf", { role: nameOf(role) })}
                  allowDeselect={false}
                  disabled={fixed(role)}
                  data={visibilities.map((each) => ({
                    value: each,
                    label: t(`roles.scopes.${each}`),
                  }))}
                  value={now(role).changes}
                  onChange={(each) =>
                    each && onChange(role, { ...now(role), changes: each as Shape<"Visibility"> })
                  }
                />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </section>
  );
}

// How many have the role, and who; one that nobody has may be deleted.
function WhoHasIt({
  role,
  users,
  mayDelete,
}: {
  role: Shape<"DefinedRole">;
  users: Shape<"User">[];
  mayDelete: boolean;
}) {
  const { t } = useT();
  const nameOf = useRoleName();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteRole(role),
    onSuccess: () => toast(t("roles.deleted")),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["roles"] }),
  });
  const people = users.filter((user) => user.active && user.role_key === role.key);
  return (
    <span className={`faint ${classes.people}`}>
      <span title={people.map((user) => user.name).join(", ")}>
        {people.length > 0 ? t("roles.people", { count: people.length }) : t("roles.nobody")}
      </span>
      {people.length === 0 && role.name && mayDelete && (
        <button
          type="button"
          className="button-link"
          aria-label={t("roles.deleteOf", { role: nameOf(role) })}
          onClick={() => remove.mutate()}
        >
          {t("roles.delete")}
        </button>
      )}
    </span>
  );
}

import { Select, Switch } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMe } from "@/api/team/me";
import { patchUser } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { roles, visibilities } from "@/features/team/roles";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

export function UserRow({ user, teams }: { user: Shape<"User">; teams: Shape<"Team">[] }) {
  const { t } = useT();
  const me = useMe();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Parameters<typeof patchUser>[1]) => patchUser(user, body),
    onSuccess: () => toast(t("common.saved")),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["users"] }),
  });
  const own = user.id === me.user.id;
  return (
    <tr>
      <th scope="row" style={{ color: "var(--ink)", fontSize: "0.8125rem" }}>
        {user.name}
      </th>
      <td className="soft">{user.email}</td>
      <td>
        <Select
          size="xs"
          w={130}
          aria-label={`${t("team.role")}: ${user.name}`}
          disabled={own}
          allowDeselect={false}
          data={roles.map((role) => ({ value: role, label: t(`team.roles.${role}`) }))}
          value={user.role}
          onChange={(role) => role && change.mutate({ role: role as Shape<"Role"> })}
        />
      </td>
      <td>
        <Select
          size="xs"
          w={130}
          aria-label={`${t("team.visibility")}: ${user.name}`}
          disabled={own}
          allowDeselect={false}
          data={visibilities.map((each) => ({
            value: each,
            label: t(`team.visibilities.${each}`),
          }))}
          value={user.visibility}
          onChange={(each) => each && change.mutate({ visibility: each as Shape<"Visibility"> })}
        />
      </td>
      <td>
        <Select
          size="xs"
          w={150}
          aria-label={`${t("team.team")}: ${user.name}`}
          clearable
          placeholder="–"
          data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
          value={user.team_id === null ? null : String(user.team_id)}
          onChange={(id) => change.mutate({ team_id: id ? Number(id) : null })}
        />
      </td>
      <td>
        <Switch
          size="sm"
          aria-label={`${t("team.active")}: ${user.name}`}
          disabled={own}
          checked={user.active}
          onChange={(event) => change.mutate({ active: event.target.checked })}
        />
      </td>
    </tr>
  );
}

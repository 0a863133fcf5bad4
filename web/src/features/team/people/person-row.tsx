import { Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useMe } from "@/api/team/me";
import { useRoles } from "@/api/team/roles";
import { patchUser } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { AwayTag } from "@/components/away-tag";
import { PersonMenu } from "@/features/team/people/person-menu";
import { useRoleName, visibilities } from "@/features/team/people/roles";
import { useT } from "@/i18n";
import { formatInstant, hasPassed } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

export function PersonRow({
  user,
  teams,
  link,
  twoStep,
  onLink,
  onOpen,
}: {
  user: Shape<"User">;
  teams: Shape<"Team">[];
  link: Shape<"SignInLink"> | undefined;
  twoStep: boolean;
  onLink: (made: Shape<"MadeLink">) => void;
  onOpen: (what: "sessions" | "leave" | "absence") => void;
}) {
  const { t } = useT();
  const me = useMe();
  const roles = useRoles();
  const nameOf = useRoleName();
  const queryClient = useQueryClient();
  const change = useMutation({
    mutationFn: (body: Parameters<typeof patchUser>[1]) => patchUser(user, body),
    onSuccess: () => toast(t("common.saved")),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["users"] }),
  });
  const own = user.id === me.user.id;
  const fixed = own || !user.active;
  return (
    <tr>
      <th scope="row" style={{ color: "var(--ink)", fontSize: "0.8125rem" }}>
        {user.name} <PersonState user={user} link={link} /> <AwayTag userId={user.id} />
        {twoStep && <span className="tag">{t("secondFactor.has")}</span>}
      </th>
      <td className="soft">{user.email}</td>
      <td>
        <Select
          size="xs"
          w={130}
          aria-label={`${t("team.role")}: ${user.name}`}
          disabled={fixed}
          allowDeselect={false}
          data={roles.map((role) => ({ value: role.key, label: nameOf(role) }))}
          value={user.role_key}
          onChange={(key) => key && change.mutate({ role_key: key })}
        />
      </td>
      <td>
        <Select
          size="xs"
          w={130}
          aria-label={`${t("team.visibility")}: ${user.name}`}
          disabled={fixed}
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
          disabled={!user.active}
          clearable
          placeholder="–"
          data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
          value={user.team_id === null ? null : String(user.team_id)}
          onChange={(id) => change.mutate({ team_id: id ? Number(id) : null })}
        />
      </td>
      <td className="right">
        {!own && (
          <PersonMenu
            user={user}
            link={link}
            twoStep={twoStep}
            onLink={onLink}
            onOpen={onOpen}
            onReactivate={() => change.mutate({ active: true })}
          />
        )}
      </td>
    </tr>
  );
}

function PersonState({
  user,
  link,
}: {
  user: Shape<"User">;
  link: Shape<"SignInLink"> | undefined;
}) {
  const { t, lang } = useT();
  if (!user.active) return <span className="tag">{t("people.left")}</span>;
  if (!link) return null;
  const over = hasPassed(link.expires_at);
  return (
    <span
      className="tag"
      data-tone={over ? "warn" : "accent"}
      title={formatInstant(lang, link.expires_at)}
    >
      {t(over ? "people.linkOver" : `people.linkOpen.${link.purpose}`)}
    </span>
  );
}

import { Button, Modal, PasswordInput, Select, Switch, TextInput } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Problem } from "@/api/http";
import { useMe } from "@/api/team/me";
import { postTeam, useTeams } from "@/api/team/teams";
import { patchUser, postUser, useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { problemText, toast, toastProblem } from "@/lib/toast";

const roles = ["owner", "manager", "rep", "viewer"] as const;
const visibilities = ["own", "team", "all"] as const;

export function TeamPage() {
  const { t } = useT();
  const users = useUsers();
  const teams = useTeams();
  const [adding, setAdding] = useState<"user" | "team" | null>(null);
  const close = () => setAdding(null);
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("team.title")}</h1>
        <span className="spring" />
        <button type="button" className="button-plain" onClick={() => setAdding("team")}>
          <IconPlus size={16} />
          {t("team.newTeam")}
        </button>
        <button type="button" className="button-primary" onClick={() => setAdding("user")}>
          <IconPlus size={16} />
          {t("team.newUser")}
        </button>
      </div>
      <section className="panel table-wrap" aria-label={t("team.users")} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("fields.name")}</th>
              <th scope="col">{t("fields.email")}</th>
              <th scope="col">{t("team.role")}</th>
              <th scope="col">{t("team.visibility")}</th>
              <th scope="col">{t("team.team")}</th>
              <th scope="col">{t("team.active")}</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <UserRow key={user.id} user={user} teams={teams} />
            ))}
          </tbody>
        </table>
      </section>
      <h2 className="section-title" style={{ margin: "24px 0 10px" }}>
        {t("team.teams")}
      </h2>
      <section className="panel panel-body">
        {teams.length === 0 ? (
          <p className="faint">{t("team.noTeams")}</p>
        ) : (
          <TeamTree teams={teams} parent={null} />
        )}
      </section>
      {adding === "user" && <UserForm teams={teams} onClose={close} />}
      {adding === "team" && <TeamForm teams={teams} onClose={close} />}
    </div>
  );
}

function UserRow({ user, teams }: { user: Shape<"User">; teams: Shape<"Team">[] }) {
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

function TeamTree({ teams, parent }: { teams: Shape<"Team">[]; parent: number | null }) {
  const { t } = useT();
  const users = useUsers();
  const here = teams.filter((team) => team.parent_id === parent);
  if (here.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingLeft: parent === null ? 4 : 22, listStyle: "none" }}>
      {here.map((team) => (
        <li key={team.id} style={{ padding: "3px 0" }}>
          {team.name}{" "}
          <span className="faint">
            {t("team.members", { count: users.filter((user) => user.team_id === team.id).length })}
          </span>
          <TeamTree teams={teams} parent={team.id} />
        </li>
      ))}
    </ul>
  );
}

function UserForm({ teams, onClose }: { teams: Shape<"Team">[]; onClose: () => void }) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const [form, setForm] = useState({
    name: "",
    email: "",
    password: "",
    role: "rep" as Shape<"Role">,
    visibility: "team" as Shape<"Visibility">,
    team_id: null as number | null,
    lang,
  });
  const add = useMutation({
    mutationFn: () => postUser(form),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["users"] });
      toast(t("team.userAdded", { name: form.name }));
      onClose();
    },
  });
  const wrong = (field: string) =>
    add.error instanceof Problem
      ? add.error.fields.find((each) => each.field === field)?.message
      : undefined;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("team.newUser")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        {add.error && (
          <p className="form-error" role="alert">
            {problemText(add.error)}
          </p>
        )}
        <TextInput
          label={t("fields.name")}
          required
          withAsterisk={false}
          data-autofocus
          error={wrong("name")}
          value={form.name}
          onChange={(event) => setForm({ ...form, name: event.target.value })}
        />
        <TextInput
          label={t("fields.email")}
          type="email"
          required
          withAsterisk={false}
          error={wrong("email")}
          value={form.email}
          onChange={(event) => setForm({ ...form, email: event.target.value })}
        />
        <PasswordInput
          label={t("team.firstPassword")}
          description={t("setup.passwordRule")}
          required
          withAsterisk={false}
          minLength={8}
          autoComplete="new-password"
          error={wrong("password")}
          value={form.password}
          onChange={(event) => setForm({ ...form, password: event.target.value })}
          visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
        />
        <div className="form-row">
          <Select
            label={t("team.role")}
            allowDeselect={false}
            data={roles.map((role) => ({ value: role, label: t(`team.roles.${role}`) }))}
            value={form.role}
            onChange={(role) => role && setForm({ ...form, role: role as Shape<"Role"> })}
          />
          <Select
            label={t("team.visibility")}
            allowDeselect={false}
            data={visibilities.map((each) => ({
              value: each,
              label: t(`team.visibilities.${each}`),
            }))}
            value={form.visibility}
            onChange={(each) =>
              each && setForm({ ...form, visibility: each as Shape<"Visibility"> })
            }
          />
        </div>
        <div className="form-row">
          <Select
            label={t("team.team")}
            clearable
            data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
            value={form.team_id === null ? null : String(form.team_id)}
            onChange={(id) => setForm({ ...form, team_id: id ? Number(id) : null })}
          />
          <Select
            label={t("fields.language")}
            allowDeselect={false}
            data={[
              { value: "zh", label: "简体中文" },
              { value: "en", label: "English" },
            ]}
            value={form.lang}
            onChange={(each) => each && setForm({ ...form, lang: each as Shape<"Lang"> })}
          />
        </div>
        <div className="form-actions">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t("team.newUser")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

function TeamForm({ teams, onClose }: { teams: Shape<"Team">[]; onClose: () => void }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [parent, setParent] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: () => postTeam({ name, parent_id: parent ? Number(parent) : null }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["teams"] });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("team.newTeam")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        {add.error && (
          <p className="form-error" role="alert">
            {problemText(add.error)}
          </p>
        )}
        <TextInput
          label={t("fields.name")}
          required
          withAsterisk={false}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Select
          label={t("team.parent")}
          clearable
          data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
          value={parent}
          onChange={setParent}
        />
        <div className="form-actions">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={add.isPending}>
            {t("common.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

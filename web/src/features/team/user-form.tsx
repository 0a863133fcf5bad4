import { PasswordInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { postUser } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { roles, visibilities } from "@/features/team/roles";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

export function UserForm({ teams, onClose }: { teams: Shape<"Team">[]; onClose: () => void }) {
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
  const wrong = (field: string) => fieldProblem(add.error, field);
  return (
    <FormDialog title={t("team.newUser")} save={t("team.newUser")} sending={add} onClose={onClose}>
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
          onChange={(each) => each && setForm({ ...form, visibility: each as Shape<"Visibility"> })}
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
    </FormDialog>
  );
}

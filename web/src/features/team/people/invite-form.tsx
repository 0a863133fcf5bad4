import { Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { postInvitation } from "@/api/team/links";
import { useMe } from "@/api/team/me";
import { useRoles } from "@/api/team/roles";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { rolesGivenBy, useRoleName, visibilitiesGivenBy } from "@/features/team/people/roles";
import { useT } from "@/i18n";

export function InviteForm({
  teams,
  onMade,
  onClose,
}: {
  teams: Shape<"Team">[];
  onMade: (made: Shape<"MadeLink">) => void;
  onClose: () => void;
}) {
  const { t, lang } = useT();
  const whole = useMe();
  const me = whole.user;
  const given = rolesGivenBy(whole, useRoles());
  const nameOf = useRoleName();
  const queryClient = useQueryClient();
  const [form, setForm] = useState<Shape<"Invite">>({
    name: "",
    email: "",
    role: "rep",
    role_key: "rep",
    visibility: "own",
    team_id: me.team_id ?? null,
    lang,
  });
  const owner = form.role_key === "owner";
  const invite = useMutation({
    mutationFn: () => postInvitation(owner ? { ...form, visibility: "all" } : form),
    onSuccess: async (made) => {
      onMade(made);
      await queryClient.invalidateQueries({ queryKey: ["users"] });
      await queryClient.invalidateQueries({ queryKey: ["sign-in-links"] });
    },
  });
  const text = (field: "name" | "email") => ({
    required: true,
    withAsterisk: false,
    error: fieldProblem(invite.error, field),
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setForm({ ...form, [field]: event.target.value }),
  });
  const choose = <T extends string>(values: readonly T[], words: (value: T) => string) =>
    values.map((value) => ({ value, label: words(value) }));
  return (
    <FormDialog
      title={t("people.invite")}
      save={t("people.makeLink")}
      sending={invite}
      onClose={onClose}
    >
      <TextInput label={t("fields.name")} data-autofocus maxLength={120} {...text("name")} />
      <TextInput label={t("fields.email")} type="email" {...text("email")} />
      <div className="form-row">
        <Select
          label={t("team.role")}
          allowDeselect={false}
          data={given.map((role) => ({ value: role.key, label: nameOf(role) }))}
          value={form.role_key ?? null}
          onChange={(key) => key && setForm({ ...form, role_key: key })}
        />
        <Select
          label={t("team.visibility")}
          allowDeselect={false}
          disabled={owner}
          error={fieldProblem(invite.error, "visibility")}
          data={choose(visibilitiesGivenBy(me), (each) => t(`team.visibilities.${each}`))}
          value={owner ? "all" : (form.visibility ?? null)}
          onChange={(each) => each && setForm({ ...form, visibility: each as Shape<"Visibility"> })}
        />
      </div>
      <div className="form-row">
        <Select
          label={t("team.team")}
          clearable
          placeholder={t("common.none")}
          data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
          value={form.team_id ? String(form.team_id) : null}
          onChange={(id) => setForm({ ...form, team_id: id ? Number(id) : null })}
        />
        <Select
          label={t("fields.language")}
          allowDeselect={false}
          data={[
            { value: "zh", label: "简体中文" },
            { value: "en", label: "English" },
          ]}
          value={form.lang ?? lang}
          onChange={(each) => each && setForm({ ...form, lang: each as Shape<"Lang"> })}
        />
      </div>
    </FormDialog>
  );
}

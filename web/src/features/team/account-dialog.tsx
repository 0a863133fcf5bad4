import { PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery, patchMe, useMe } from "@/api/team/me";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

export default function AccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const { user } = useMe();
  const queryClient = useQueryClient();
  const [name, setName] = useState(user.name);
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const save = useMutation({
    mutationFn: () =>
      patchMe({
        ...(name !== user.name ? { name } : {}),
        ...(fresh ? { current_password: current, new_password: fresh } : {}),
      }),
    onSuccess: (me) => {
      queryClient.setQueryData(meQuery.queryKey, me);
      toast(t("common.saved"));
      onClose();
    },
  });
  return (
    <FormDialog title={t("shell.account")} save={t("common.save")} sending={save} onClose={onClose}>
      <TextInput
        label={t("fields.name")}
        required
        withAsterisk={false}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <TextInput label={t("fields.email")} value={user.email ?? ""} readOnly />
      <PasswordInput
        label={t("account.currentPassword")}
        autoComplete="current-password"
        error={fieldProblem(save.error, "current_password")}
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
        visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
      />
      <PasswordInput
        label={t("account.newPassword")}
        description={t("setup.passwordRule")}
        minLength={8}
        autoComplete="new-password"
        error={fieldProblem(save.error, "new_password")}
        value={fresh}
        onChange={(event) => setFresh(event.target.value)}
        visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
      />
    </FormDialog>
  );
}

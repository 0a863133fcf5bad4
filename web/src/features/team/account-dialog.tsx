import { Button, Modal, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery, patchMe, useMe } from "@/api/team/me";
import { useT } from "@/i18n";
import { problemText, toast } from "@/lib/toast";

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
    <Modal
      opened
      onClose={onClose}
      title={t("shell.account")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate();
        }}
      >
        {save.error && (
          <p className="form-error" role="alert">
            {problemText(save.error)}
          </p>
        )}
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
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
        />
        <PasswordInput
          label={t("account.newPassword")}
          description={t("setup.passwordRule")}
          minLength={8}
          autoComplete="new-password"
          value={fresh}
          onChange={(event) => setFresh(event.target.value)}
          visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
        />
        <div className="form-actions">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t("common.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

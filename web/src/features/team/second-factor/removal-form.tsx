import { PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { removeSecondFactor } from "@/api/team/second-factor";
import { CodeInput } from "@/components/code-input";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

export function RemovalForm({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const remove = useMutation({
    mutationFn: () => removeSecondFactor({ password, code }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["second-factor"] });
      toast(t("secondFactor.turnedOff"));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t("secondFactor.turnOff")}
      save={t("secondFactor.turnOff")}
      sending={remove}
      onClose={onClose}
    >
      <PasswordInput
        label={t("account.currentPassword")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
      />
      <CodeInput error={fieldProblem(remove.error, "code")} value={code} onChange={setCode} />
    </FormDialog>
  );
}

import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery, patchMe, useMe } from "@/api/team/me";
import { fieldProblem, FormProblem } from "@/components/form-dialog";
import classes from "@/features/team/account/account.module.css";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

export function PasswordForm() {
  const { t } = useT();
  const { user } = useMe();
  const queryClient = useQueryClient();
  const [current, setCurrent] = useState("");
  const [fresh, setFresh] = useState("");
  const save = useMutation({
    mutationFn: () => patchMe({ current_password: current, new_password: fresh }),
    onSuccess: async (me) => {
      queryClient.setQueryData(meQuery.queryKey, me);
      setCurrent("");
      setFresh("");
      toast(t("account.passwordChanged"));
      await queryClient.invalidateQueries({ queryKey: ["sessions"] });
    },
  });
  const toggle = { "aria-label": t("fields.showPassword") };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <FormProblem problem={save.error} />
      <input type="hidden" name="username" autoComplete="username" value={user.email ?? ""} />
      <div className="form-row">
        <PasswordInput
          label={t("account.currentPassword")}
          description={t("account.currentWhy")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          error={fieldProblem(save.error, "current_password")}
          value={current}
          onChange={(event) => setCurrent(event.target.value)}
          visibilityToggleButtonProps={toggle}
        />
        <PasswordInput
          label={t("account.newPassword")}
          description={t("setup.passwordRule")}
          autoComplete="new-password"
          minLength={8}
          required
          withAsterisk={false}
          error={fieldProblem(save.error, "new_password")}
          value={fresh}
          onChange={(event) => setFresh(event.target.value)}
          visibilityToggleButtonProps={toggle}
        />
      </div>
      <Button
        type="submit"
        className={classes.save}
        disabled={!current || !fresh}
        loading={save.isPending}
      >
        {t("account.changePassword")}
      </Button>
    </form>
  );
}

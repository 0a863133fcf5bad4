import { Button, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery, patchMe, useMe } from "@/api/team/me";
import { fieldProblem, FormProblem } from "@/components/form-dialog";
import classes from "@/features/team/account/account.module.css";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

export function ProfileForm() {
  const { t } = useT();
  const { user } = useMe();
  const queryClient = useQueryClient();
  const [name, setName] = useState(user.name);
  const save = useMutation({
    mutationFn: () => patchMe({ name }),
    onSuccess: async (me) => {
      queryClient.setQueryData(meQuery.queryKey, me);
      toast(t("common.saved"));
      await queryClient.invalidateQueries({ queryKey: ["users"] });
    },
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <FormProblem problem={save.error} />
      <div className="form-row">
        <TextInput
          label={t("fields.name")}
          required
          withAsterisk={false}
          maxLength={120}
          autoComplete="name"
          error={fieldProblem(save.error, "name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextInput label={t("fields.email")} value={user.email ?? ""} readOnly />
      </div>
      <Button
        type="submit"
        className={classes.save}
        disabled={name === user.name}
        loading={save.isPending}
      >
        {t("common.save")}
      </Button>
    </form>
  );
}

import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { meQuery } from "@/api/team/me";
import { signIn } from "@/api/team/session";
import { FormProblem } from "@/components/form-dialog";
import { Door } from "@/features/team/door";
import { setLang, useT } from "@/i18n";

export function SignInPage() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const enter = useMutation({
    mutationFn: signIn,
    onSuccess: async (me) => {
      setLang(me.user.lang);
      queryClient.setQueryData(meQuery.queryKey, me);
      // The route's guard now sends the signed-in person on to where they wanted to go.
      await router.invalidate();
    },
  });
  return (
    <Door title={t("signIn.title")} lead={t("signIn.lead")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate({ email, password });
        }}
      >
        <FormProblem problem={enter.error} />
        <TextInput
          label={t("fields.email")}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <PasswordInput
          label={t("fields.password")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
        />
        <Button type="submit" size="md" loading={enter.isPending}>
          {t("signIn.enter")}
        </Button>
        <p className="faint">{t("signIn.forgot")}</p>
      </form>
    </Door>
  );
}

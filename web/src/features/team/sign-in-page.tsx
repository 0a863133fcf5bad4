import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { meQuery } from "@/api/team/me";
import { signIn } from "@/api/team/session";
import { CodeInput } from "@/components/code-input";
import { FormProblem } from "@/components/form-dialog";
import { Door } from "@/features/team/door";
import { needsCode, useAsked } from "@/features/team/second-factor/asked";
import { setLang, useT } from "@/i18n";

export function SignInPage() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const enter = useMutation({
    mutationFn: () => signIn({ email, password, ...(code ? { code } : {}) }),
    onSuccess: async (me) => {
      setLang(me.user.lang);
      queryClient.setQueryData(meQuery.queryKey, me);
      // The route's guard now sends the signed-in person on to where they wanted to go.
      await router.invalidate();
    },
  });
  const asked = useAsked(enter.error);
  return (
    <Door title={t("signIn.title")} lead={t("signIn.lead")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        {!(needsCode(enter.error) && !code) && <FormProblem problem={enter.error} />}
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
        {asked && <CodeInput value={code} onChange={setCode} />}
        <Button type="submit" size="md" loading={enter.isPending}>
          {t("signIn.enter")}
        </Button>
        <p className="faint">{t("signIn.forgot")}</p>
      </form>
    </Door>
  );
}

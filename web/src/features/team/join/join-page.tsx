import { Button, PasswordInput, TextInput } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter, useRouterState } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { openedLinkQuery, postUseOfLink } from "@/api/team/links";
import { meQuery } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { CodeInput } from "@/components/code-input";
import { fieldProblem, FormProblem } from "@/components/form-dialog";
import { Door } from "@/features/team/door";
import { setLang, useT } from "@/i18n";
import { problemText } from "@/lib/toast";

// Where a one-time link leads: the one who holds it sets his password and is in.
export function JoinPage() {
  const { t } = useT();
  const link = useRouterState({ select: (state) => state.location.hash });
  const opened = useQuery(openedLinkQuery(link));
  const lang = opened.data?.lang;
  useEffect(() => {
    if (lang) setLang(lang);
  }, [lang]);
  if (opened.isPending) return <Door title={t("join.opening")} lead="" />;
  if (opened.error)
    return (
      <Door title={t("join.over")} lead={problemText(opened.error)}>
        <Link to="/sign-in" className="button-primary">
          {t("signIn.title")}
        </Link>
      </Door>
    );
  return <JoinForm link={link} opened={opened.data} />;
}

function JoinForm({ link, opened }: { link: string; opened: Shape<"OpenedLink"> }) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [name, setName] = useState(opened.name);
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const invited = opened.purpose === "invitation";
  const enter = useMutation({
    mutationFn: () =>
      postUseOfLink({
        link,
        password,
        lang,
        ...(invited ? { name } : {}),
        ...(code ? { code } : {}),
      }),
    onSuccess: async (me) => {
      // Whoever was signed in here before is not any more.
      queryClient.clear();
      queryClient.setQueryData(meQuery.queryKey, me);
      await router.navigate({ to: "/today", replace: true });
    },
  });
  const words = {
    organization: opened.organization,
    maker: opened.made_by ?? opened.organization,
    role: t(`team.roles.${opened.role}`),
    team: opened.team ?? "",
  };
  const invitation = t(opened.team ? "join.invitedToTeam" : "join.invited", words);
  return (
    <Door
      title={t(invited ? "join.title" : "join.resetTitle", words)}
      lead={invited ? invitation : t("join.resetLead")}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <FormProblem problem={enter.error} />
        <TextInput
          label={t("fields.email")}
          type="email"
          autoComplete="username"
          readOnly
          value={opened.email}
        />
        {invited && (
          <TextInput
            label={t("setup.yourName")}
            autoComplete="name"
            required
            withAsterisk={false}
            maxLength={120}
            error={fieldProblem(enter.error, "name")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
        <PasswordInput
          label={t(invited ? "join.password" : "account.newPassword")}
          description={t("setup.passwordRule")}
          autoComplete="new-password"
          minLength={8}
          required
          withAsterisk={false}
          error={fieldProblem(enter.error, "password")}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
        />
        {opened.needs_code && <CodeInput value={code} onChange={setCode} />}
        <Button type="submit" size="md" loading={enter.isPending}>
          {t(invited ? "join.enter" : "join.resetEnter")}
        </Button>
      </form>
    </Door>
  );
}

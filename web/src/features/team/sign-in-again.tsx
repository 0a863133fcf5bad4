import { Button, Modal, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { meQuery, useMe } from "@/api/team/me";
import { signIn } from "@/api/team/session";
import { CodeInput } from "@/components/code-input";
import { FormProblem } from "@/components/form-dialog";
import { needsCode, useAsked } from "@/features/team/second-factor/asked";
import { useT } from "@/i18n";
import { sessionEnded } from "@/lib/flag";

// Over the page as it stands, so that nothing typed is lost. What the page shows is covered: whoever
// is at the screen now need not be who was there before.
export default function SignInAgain({ onLeave }: { onLeave: () => void }) {
  const { t } = useT();
  const { user } = useMe();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState("");
  const [code, setCode] = useState("");
  const enter = useMutation({
    mutationFn: () => signIn({ email: user.email ?? "", password, ...(code ? { code } : {}) }),
    onSuccess: (me) => {
      queryClient.setQueryData(meQuery.queryKey, me);
      sessionEnded.set(false);
      void queryClient.invalidateQueries();
    },
  });
  const asked = useAsked(enter.error);
  return (
    <Modal
      opened
      onClose={onLeave}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={1000}
      overlayProps={{ backgroundOpacity: 0.6, blur: 14 }}
      title={t("signIn.again")}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <p className="soft">{t("signIn.againWhy", { name: user.name })}</p>
        {!(needsCode(enter.error) && !code) && <FormProblem problem={enter.error} />}
        <input type="hidden" name="username" autoComplete="username" value={user.email ?? ""} />
        <PasswordInput
          label={t("fields.password")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          data-autofocus
          value={password}
          onChange={(event) => setPassword(event.target.value)}
          visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
        />
        {asked && <CodeInput value={code} onChange={setCode} />}
        <div className="form-actions">
          <Button variant="default" onClick={onLeave}>
            {t("signIn.somebodyElse")}
          </Button>
          <Button type="submit" loading={enter.isPending}>
            {t("signIn.enter")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

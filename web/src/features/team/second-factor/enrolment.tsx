import { Button, PasswordInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { confirmSecondFactor, startSecondFactor } from "@/api/team/second-factor";
import type { Shape } from "@/api/types";
import { CodeInput } from "@/components/code-input";
import { CopyField } from "@/components/copy-field";
import { fieldProblem, FormProblem } from "@/components/form-dialog";
import { QrCode } from "@/features/team/second-factor/qr-code";
import classes from "@/features/team/second-factor/second-factor.module.css";
import { useT } from "@/i18n";

// Getting a second factor in three steps: the password, a code of the app, the recovery codes.
export function Enrolment({ onDone }: { onDone: () => void }) {
  const [made, setMade] = useState<Shape<"NewSecondFactor"> | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes) return <KeepCodes codes={codes} onDone={onDone} />;
  if (made) return <ShowCode made={made} onCodes={setCodes} />;
  return <GivePassword onMade={setMade} />;
}

function GivePassword({ onMade }: { onMade: (made: Shape<"NewSecondFactor">) => void }) {
  const { t } = useT();
  const [password, setPassword] = useState("");
  const start = useMutation({
    mutationFn: () => startSecondFactor(password),
    onSuccess: onMade,
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        start.mutate();
      }}
    >
      <FormProblem problem={start.error} />
      <PasswordInput
        label={t("account.currentPassword")}
        description={t("secondFactor.passwordWhy")}
        autoComplete="current-password"
        required
        withAsterisk={false}
        data-autofocus
        error={fieldProblem(start.error, "password")}
        value={password}
        onChange={(event) => setPassword(event.target.value)}
        visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
      />
      <div className="form-actions">
        <Button type="submit" loading={start.isPending}>
          {t("secondFactor.next")}
        </Button>
      </div>
    </form>
  );
}

function ShowCode({
  made,
  onCodes,
}: {
  made: Shape<"NewSecondFactor">;
  onCodes: (codes: string[]) => void;
}) {
  const { t } = useT();
  const [code, setCode] = useState("");
  const confirm = useMutation({
    mutationFn: () => confirmSecondFactor(code),
    onSuccess: (answer) => onCodes(answer.codes),
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        confirm.mutate();
      }}
    >
      <FormProblem problem={confirm.error} />
      <p className={classes.words}>{t("secondFactor.scan")}</p>
      <div className={classes.key}>
        <QrCode text={made.uri} label={t("secondFactor.qr")} />
        <code className={classes.typed}>{made.secret.match(/.{1,4}/g)?.join(" ")}</code>
      </div>
      <CopyField label={t("secondFactor.key")} text={made.secret} />
      <CodeInput
        onlyDigits
        error={fieldProblem(confirm.error, "code")}
        value={code}
        onChange={setCode}
      />
      <div className="form-actions">
        <Button type="submit" loading={confirm.isPending}>
          {t("secondFactor.turnOn")}
        </Button>
      </div>
    </form>
  );
}

function KeepCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  return (
    <div className="form">
      <p className={classes.words}>{t("secondFactor.recoveryWhy")}</p>
      <ol className={classes.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <CopyField label={t("secondFactor.allCodes")} text={codes.join(" ")} />
      <div className="form-actions">
        <Button
          onClick={() => {
            void queryClient.invalidateQueries({ queryKey: ["second-factor"] });
            onDone();
          }}
        >
          {t("secondFactor.kept")}
        </Button>
      </div>
    </div>
  );
}

import { TextInput } from "@mantine/core";
import { useT } from "@/i18n";

// The six digits of an authenticator app, or a recovery code in their place.
export function CodeInput({
  value,
  onChange,
  error,
  onlyDigits = false,
}: {
  value: string;
  onChange: (code: string) => void;
  error?: string | undefined;
  onlyDigits?: boolean;
}) {
  const { t } = useT();
  return (
    <TextInput
      label={t("secondFactor.code")}
      description={t(onlyDigits ? "secondFactor.codeWhy" : "secondFactor.codeOrRecovery")}
      autoComplete="one-time-code"
      inputMode={onlyDigits ? "numeric" : "text"}
      maxLength={40}
      required
      withAsterisk={false}
      data-autofocus
      autoFocus
      spellCheck={false}
      error={error}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

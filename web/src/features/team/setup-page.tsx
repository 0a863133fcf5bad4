import { Button, PasswordInput, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { meQuery } from "@/api/team/me";
import { postSetup, setupQuery } from "@/api/team/setup";
import { fieldProblem, FormProblem } from "@/components/form-dialog";
import { Door } from "@/features/team/door";
import classes from "@/features/team/setup-page.module.css";
import { useT } from "@/i18n";

const currencies = [
  "CNY",
  "USD",
  "EUR",
  "GBP",
  "JPY",
  "HKD",
  "TWD",
  "SGD",
  "KRW",
  "INR",
  "AUD",
  "CAD",
  "CHF",
];

function zones(): string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [...new Set([own, "Asia/Shanghai", "UTC", ...Intl.supportedValuesOf("timeZone")])];
}

type Start = "sample" | "import" | "empty";

export function SetupPage() {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [start, setStart] = useState<Start>("sample");
  const [form, setForm] = useState({
    organization: "",
    name: "",
    email: "",
    password: "",
    currency: lang === "zh" ? "CNY" : "USD",
    time_zone: Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC",
  });
  const begin = useMutation({
    mutationFn: () => postSetup({ ...form, lang, sample_data: start === "sample" }),
    onSuccess: async (me) => {
      queryClient.setQueryData(setupQuery.queryKey, { needed: false });
      queryClient.setQueryData(meQuery.queryKey, me);
      await router.navigate({ to: start === "import" ? "/import" : "/board" });
    },
  });
  const wrong = (field: string) => fieldProblem(begin.error, field);
  const text = (name: "organization" | "name" | "email" | "password") => ({
    value: form[name],
    error: wrong(name),
    required: true,
    withAsterisk: false,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      setForm({ ...form, [name]: event.target.value }),
  });
  return (
    <Door title={t("setup.title")} lead={t("setup.lead")}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          begin.mutate();
        }}
      >
        <FormProblem problem={begin.error} />
        <TextInput
          label={t("setup.organization")}
          autoComplete="organization"
          {...text("organization")}
        />
        <div className="form-row">
          <TextInput label={t("setup.yourName")} autoComplete="name" {...text("name")} />
          <TextInput
            label={t("fields.email")}
            type="email"
            autoComplete="username"
            {...text("email")}
          />
        </div>
        <PasswordInput
          label={t("fields.password")}
          description={t("setup.passwordRule")}
          autoComplete="new-password"
          minLength={8}
          visibilityToggleButtonProps={{ "aria-label": t("fields.showPassword") }}
          {...text("password")}
        />
        <div className="form-row">
          <Select
            label={t("fields.currency")}
            searchable
            data={currencies}
            value={form.currency}
            allowDeselect={false}
            onChange={(currency) => currency && setForm({ ...form, currency })}
          />
          <Select
            label={t("setup.timeZone")}
            searchable
            limit={60}
            data={zones()}
            value={form.time_zone}
            allowDeselect={false}
            onChange={(time_zone) => time_zone && setForm({ ...form, time_zone })}
          />
        </div>
        <fieldset className={classes.starts}>
          <legend>{t("setup.startWith")}</legend>
          {(["sample", "import", "empty"] as const).map((each) => (
            <label key={each} className={classes.start} data-chosen={start === each || undefined}>
              <input
                type="radio"
                name="start"
                value={each}
                checked={start === each}
                onChange={() => setStart(each)}
              />
              <span>
                <strong>{t(`setup.starts.${each}`)}</strong>
                <span className="faint">{t(`setup.startsWhy.${each}`)}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Button type="submit" size="md" loading={begin.isPending}>
          {t("setup.begin")}
        </Button>
      </form>
    </Door>
  );
}

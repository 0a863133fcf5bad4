import { TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { deleteAccount, postAccount } from "@/api/accounts/accounts";
import { useAccountsLike } from "@/api/accounts/duplicates";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { Alike } from "@/features/accounts/duplicates/alike";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

const fields = ["name", "domain", "phone", "region", "industry", "size"] as const;
type Typed = Record<(typeof fields)[number], string>;
const nothing: Typed = { name: "", domain: "", phone: "", region: "", industry: "", size: "" };
const typingMs = 250;

export default function CreateAccount({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(nothing);
  const { name, domain, phone } = typed;
  const [probe] = useDebouncedValue({ name: name.trim(), domain, phone }, typingMs);
  const suspects = useAccountsLike(probe);
  const add = useMutation({
    mutationFn: () => postAccount({ ...typed, name: name.trim() }),
    onSuccess: (account) => {
      queryClient.setQueryData(["account", account.id], account);
      void queryClient.invalidateQueries({ queryKey: ["accounts"] });
      toast(t("accounts.created", { name: account.name }), () =>
        deleteAccount(account)
          .then(() => router.navigate({ to: "/accounts" }))
          .then(() => queryClient.invalidateQueries())
          .catch(toastProblem),
      );
      onClose();
      void router.navigate({ to: "/accounts/$accountId", params: { accountId: account.id } });
    },
  });
  return (
    <FormDialog
      title={t("accounts.create")}
      save={t("accounts.save")}
      sending={add}
      disabled={!name.trim()}
      onClose={onClose}
    >
      {fields.map((field) => (
        <TextInput
          key={field}
          label={t(`record.${field}`)}
          required={field === "name"}
          withAsterisk={false}
          data-autofocus={field === "name" || undefined}
          value={typed[field]}
          error={fieldProblem(add.error, field)}
          onChange={(event) => setTyped({ ...typed, [field]: event.target.value })}
        />
      ))}
      <Alike kind="account" suspects={suspects} onOpen={onClose} />
    </FormDialog>
  );
}

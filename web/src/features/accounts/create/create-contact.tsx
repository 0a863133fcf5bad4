import { Autocomplete, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useState } from "react";
import { useAccounts } from "@/api/accounts/accounts";
import { deleteContact, postContact } from "@/api/accounts/contacts";
import { useContactsLike } from "@/api/accounts/duplicates";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { Alike } from "@/features/accounts/duplicates/alike";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

const fields = ["name", "title", "email", "phone"] as const;
type Typed = Record<(typeof fields)[number], string>;
const nothing: Typed = { name: "", title: "", email: "", phone: "" };
const typingMs = 250;

export default function CreateContact({
  account,
  onClose,
}: {
  // Whose contact it will be; absent: to be chosen.
  account?: Shape<"NamedAccount">;
  onClose: () => void;
}) {
  const { t } = useT();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [typed, setTyped] = useState(nothing);
  const [at, setAt] = useState(account?.name ?? "");
  const [asked] = useDebouncedValue(at.trim(), 150);
  const known = useAccounts(asked);
  const chosen = account ?? known.find((each) => each.name === at.trim());
  const { name, email, phone } = typed;
  const [probe] = useDebouncedValue(
    { name: name.trim(), email, phone, ...(chosen ? { account_id: chosen.id } : {}) },
    typingMs,
  );
  const suspects = useContactsLike(probe);
  const add = useMutation({
    mutationFn: () =>
      postContact({
        ...typed,
        name: name.trim(),
        ...(chosen ? { account_id: chosen.id } : {}),
      }),
    onSuccess: (contact) => {
      queryClient.setQueryData(["contact", contact.id], contact);
      for (const key of ["contacts", "account"])
        void queryClient.invalidateQueries({ queryKey: [key] });
      toast(t("contacts.created", { name: contact.name }), () =>
        deleteContact(contact)
          .then(() => router.navigate({ to: "/contacts" }))
          .then(() => queryClient.invalidateQueries())
          .catch(toastProblem),
      );
      onClose();
      if (!account)
        void router.navigate({ to: "/contacts/$contactId", params: { contactId: contact.id } });
    },
  });
  return (
    <FormDialog
      title={t("contacts.create")}
      save={t("contacts.save")}
      sending={add}
      disabled={!name.trim() || (at.trim() !== "" && !chosen)}
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
      {!account && (
        <Autocomplete
          label={t("record.account")}
          placeholder={t("record.findAccount")}
          data={[...new Set(known.map((each) => each.name))]}
          value={at}
          onChange={setAt}
          error={fieldProblem(add.error, "account_id")}
        />
      )}
      <Alike kind="contact" suspects={suspects} onOpen={onClose} />
    </FormDialog>
  );
}

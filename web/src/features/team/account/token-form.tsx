import { Button, Modal, Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { postToken } from "@/api/team/tokens";
import { CopyField } from "@/components/copy-field";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { useT } from "@/i18n";
import { addDays, today } from "@/lib/format";

// Asks what the token is for, then shows it once.
export function TokenForm({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [scope, setScope] = useState("read");
  const [until, setUntil] = useState(addDays(today(), 90));
  const make = useMutation({
    mutationFn: () =>
      postToken({
        name,
        scopes: scope === "write" ? ["read", "write"] : ["read"],
        expires_on: until,
      }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ["tokens"] }),
  });
  if (make.data)
    return (
      <Modal
        opened
        onClose={onClose}
        closeOnClickOutside={false}
        title={t("account.tokenMade", { name: make.data.name })}
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <div className="form">
          <p className="soft" style={{ margin: 0 }}>
            {t("account.tokenOnce")}
          </p>
          <CopyField label={t("account.token")} text={make.data.token} />
          <div className="form-actions">
            <Button onClick={onClose}>{t("account.tokenKept")}</Button>
          </div>
        </div>
      </Modal>
    );
  return (
    <FormDialog
      title={t("account.newToken")}
      save={t("account.makeToken")}
      sending={make}
      onClose={onClose}
    >
      <TextInput
        label={t("fields.name")}
        description={t("account.tokenNameWhy")}
        required
        withAsterisk={false}
        data-autofocus
        maxLength={120}
        error={fieldProblem(make.error, "name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="form-row">
        <Select
          label={t("account.scope")}
          allowDeselect={false}
          data={[
            { value: "read", label: t("account.scopeRead") },
            { value: "write", label: t("account.scopeWrite") },
          ]}
          value={scope}
          onChange={(each) => each && setScope(each)}
        />
        <TextInput
          label={t("account.tokenLast")}
          type="date"
          required
          withAsterisk={false}
          min={today()}
          max={addDays(today(), 365)}
          error={fieldProblem(make.error, "expires_on")}
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </div>
    </FormDialog>
  );
}

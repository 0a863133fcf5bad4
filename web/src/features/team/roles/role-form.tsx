import { Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { postRole } from "@/api/team/roles";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { useRoleName } from "@/features/team/people/roles";
import { useT } from "@/i18n";

// A new role: its name, and what it begins as.
export function RoleForm({
  roles,
  onClose,
}: {
  roles: Shape<"DefinedRole">[];
  onClose: () => void;
}) {
  const { t } = useT();
  const nameOf = useRoleName();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [copyOf, setCopyOf] = useState("rep");
  const make = useMutation({
    mutationFn: () => postRole({ name, copy_of: copyOf }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["roles"] });
      onClose();
    },
  });
  return (
    <FormDialog title={t("roles.addTitle")} save={t("roles.make")} sending={make} onClose={onClose}>
      <TextInput
        label={t("fields.name")}
        data-autofocus
        required
        withAsterisk={false}
        maxLength={60}
        error={fieldProblem(make.error, "name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={t("roles.copyOf")}
        allowDeselect={false}
        data={roles.map((role) => ({ value: role.key, label: nameOf(role) }))}
        value={copyOf}
        onChange={(key) => key && setCopyOf(key)}
      />
    </FormDialog>
  );
}

import { Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { postTeam } from "@/api/team/teams";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { useT } from "@/i18n";

export function TeamForm({ teams, onClose }: { teams: Shape<"Team">[]; onClose: () => void }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [name, setName] = useState("");
  const [parent, setParent] = useState<string | null>(null);
  const add = useMutation({
    mutationFn: () => postTeam({ name, parent_id: parent ? Number(parent) : null }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["teams"] });
      onClose();
    },
  });
  return (
    <FormDialog title={t("team.newTeam")} save={t("common.save")} sending={add} onClose={onClose}>
      <TextInput
        label={t("fields.name")}
        required
        withAsterisk={false}
        data-autofocus
        error={fieldProblem(add.error, "name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={t("team.parent")}
        clearable
        data={teams.map((team) => ({ value: String(team.id), label: team.name }))}
        value={parent}
        onChange={setParent}
      />
    </FormDialog>
  );
}

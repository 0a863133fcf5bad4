import { Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { patchTeam, postTeam } from "@/api/team/teams";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { isBelow } from "@/features/team/people/teams";
import { useT } from "@/i18n";

type Team = Shape<"Team">;

// A new team, or one that is there: its name, or where it belongs.
export function TeamForm({
  teams,
  team,
  parent = null,
  ask = "both",
  onClose,
}: {
  teams: Team[];
  team?: Team;
  parent?: number | null;
  ask?: "both" | "name" | "parent";
  onClose: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [name, setName] = useState(team?.name ?? "");
  const [below, setBelow] = useState<number | null>(team ? team.parent_id : parent);
  const save = useMutation({
    mutationFn: () => {
      if (!team) return postTeam({ name, parent_id: below });
      return patchTeam(team, ask === "name" ? { name } : { parent_id: below });
    },
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["teams"] });
      onClose();
    },
  });
  // A team does not lie below itself.
  const places = teams.filter((each) => !team || !isBelow(teams, each, team));
  const titles = { both: "team.newTeam", name: "teams.rename", parent: "teams.move" } as const;
  return (
    <FormDialog
      title={team ? `${t(titles[ask])}: ${team.name}` : t(titles[ask])}
      save={t("common.save")}
      sending={save}
      onClose={onClose}
    >
      {ask !== "parent" && (
        <TextInput
          label={t("fields.name")}
          required
          withAsterisk={false}
          data-autofocus
          maxLength={120}
          error={fieldProblem(save.error, "name")}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
      )}
      {ask !== "name" && (
        <Select
          label={t("team.parent")}
          clearable
          placeholder={t("teams.top")}
          error={fieldProblem(save.error, "parent_id")}
          data={places.map((each) => ({ value: String(each.id), label: each.name }))}
          value={below === null ? null : String(below)}
          onChange={(id) => setBelow(id ? Number(id) : null)}
        />
      )}
    </FormDialog>
  );
}

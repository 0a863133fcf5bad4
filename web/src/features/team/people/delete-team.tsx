import { Select } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { deleteTeam, patchTeam } from "@/api/team/teams";
import { patchUser, useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { FormDialog } from "@/components/form-dialog";
import { isBelow } from "@/features/team/people/teams";
import { useT } from "@/i18n";

type Team = Shape<"Team">;

// A team goes only when nobody is in it; whoever is gets another place first, records and all.
export function DeleteTeam({
  team,
  teams,
  onClose,
}: {
  team: Team;
  teams: Team[];
  onClose: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const people = useUsers().filter((user) => user.team_id === team.id);
  const below = teams.filter((each) => each.parent_id === team.id);
  const [place, setPlace] = useState<number | null>(team.parent_id);
  const empty = people.length === 0 && below.length === 0;
  const remove = useMutation({
    mutationFn: async () => {
      // One after the other: each is a change of its own in the history of that person or team.
      for (const user of people) await patchUser(user, { team_id: place });
      for (const each of below) await patchTeam(each, { parent_id: place });
      await deleteTeam(team);
    },
    onSuccess: onClose,
    onSettled: async () => {
      await queryClient.invalidateQueries({ queryKey: ["users"] });
      await queryClient.invalidateQueries({ queryKey: ["teams"] });
    },
  });
  const places = teams.filter((each) => !isBelow(teams, each, team));
  return (
    <FormDialog
      title={`${t("teams.delete")}: ${team.name}`}
      save={t("teams.delete")}
      sending={remove}
      onClose={onClose}
    >
      {empty ? (
        <p className="soft">{t("teams.isEmpty")}</p>
      ) : (
        <>
          <p className="soft">
            {t("teams.isInUse", { people: people.length, teams: below.length })}
          </p>
          <Select
            label={t("teams.place")}
            clearable
            placeholder={t("teams.noTeam")}
            data={places.map((each) => ({ value: String(each.id), label: each.name }))}
            value={place === null ? null : String(place)}
            onChange={(id) => setPlace(id ? Number(id) : null)}
          />
        </>
      )}
    </FormDialog>
  );
}

import { ActionIcon, Menu } from "@mantine/core";
import { IconArrowsMove, IconDots, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { Shape } from "@/api/types";
import { DeleteTeam } from "@/features/team/people/delete-team";
import { TeamForm } from "@/features/team/people/team-form";
import { useT } from "@/i18n";

type Team = Shape<"Team">;

// What can be done with a team.
export function TeamMenu({ team, teams }: { team: Team; teams: Team[] }) {
  const { t } = useT();
  const [open, setOpen] = useState<"below" | "rename" | "move" | "delete" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu position="bottom-start" width={210}>
        <Menu.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t("people.menu", { name: team.name })}
          >
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={16} />} onClick={() => setOpen("below")}>
            {t("teams.addBelow")}
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil size={16} />} onClick={() => setOpen("rename")}>
            {t("teams.rename")}
          </Menu.Item>
          <Menu.Item leftSection={<IconArrowsMove size={16} />} onClick={() => setOpen("move")}>
            {t("teams.move")}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} />} onClick={() => setOpen("delete")}>
            {t("teams.delete")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open === "below" && <TeamForm teams={teams} parent={team.id} onClose={close} />}
      {open === "rename" && <TeamForm teams={teams} team={team} ask="name" onClose={close} />}
      {open === "move" && <TeamForm teams={teams} team={team} ask="parent" onClose={close} />}
      {open === "delete" && <DeleteTeam team={team} teams={teams} onClose={close} />}
    </>
  );
}

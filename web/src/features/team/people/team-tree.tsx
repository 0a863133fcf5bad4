import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { TeamMenu } from "@/features/team/people/team-menu";
import classes from "@/features/team/people/team-tree.module.css";
import { useT } from "@/i18n";

type Team = Shape<"Team">;

// The teams below `parent`, each with its people and what can be done with it.
export function TeamTree({ teams, parent }: { teams: Team[]; parent: number | null }) {
  const { t } = useT();
  const users = useUsers().filter((user) => user.active);
  const here = teams
    .filter((team) => team.parent_id === parent)
    .sort((one, other) => one.name.localeCompare(other.name));
  if (here.length === 0) return null;
  return (
    <ul className={classes.tree}>
      {here.map((team) => {
        const members = users.filter((user) => user.team_id === team.id);
        return (
          <li key={team.id}>
            <div className={classes.team}>
              <strong>{team.name}</strong>
              <span className="faint">{t("team.members", { count: members.length })}</span>
              <TeamMenu team={team} teams={teams} />
            </div>
            {members.length > 0 && (
              <p className={classes.people}>{members.map((each) => each.name).join(" · ")}</p>
            )}
            <TeamTree teams={teams} parent={team.id} />
          </li>
        );
      })}
    </ul>
  );
}

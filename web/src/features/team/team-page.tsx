import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTeams } from "@/api/team/teams";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { TeamForm } from "@/features/team/team-form";
import { UserForm } from "@/features/team/user-form";
import { UserRow } from "@/features/team/user-row";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";

export function TeamPage() {
  const { t } = useT();
  usePageTitle(t("team.title"));
  const users = useUsers();
  const teams = useTeams();
  const [adding, setAdding] = useState<"user" | "team" | null>(null);
  const close = () => setAdding(null);
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("team.title")}</h1>
        <span className="spring" />
        <button type="button" className="button-plain" onClick={() => setAdding("team")}>
          <IconPlus size={16} />
          {t("team.newTeam")}
        </button>
        <button type="button" className="button-primary" onClick={() => setAdding("user")}>
          <IconPlus size={16} />
          {t("team.newUser")}
        </button>
      </div>
      <section className="panel table-wrap" aria-label={t("team.users")} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("fields.name")}</th>
              <th scope="col">{t("fields.email")}</th>
              <th scope="col">{t("team.role")}</th>
              <th scope="col">{t("team.visibility")}</th>
              <th scope="col">{t("team.team")}</th>
              <th scope="col">{t("team.active")}</th>
            </tr>
          </thead>
          <tbody>
            {users.map((user) => (
              <UserRow key={user.id} user={user} teams={teams} />
            ))}
          </tbody>
        </table>
      </section>
      <h2 className="section-title" style={{ margin: "24px 0 10px" }}>
        {t("team.teams")}
      </h2>
      <section className="panel panel-body">
        {teams.length === 0 ? (
          <p className="faint">{t("team.noTeams")}</p>
        ) : (
          <TeamTree teams={teams} parent={null} />
        )}
      </section>
      {adding === "user" && <UserForm teams={teams} onClose={close} />}
      {adding === "team" && <TeamForm teams={teams} onClose={close} />}
    </div>
  );
}

function TeamTree({ teams, parent }: { teams: Shape<"Team">[]; parent: number | null }) {
  const { t } = useT();
  const users = useUsers();
  const here = teams.filter((team) => team.parent_id === parent);
  if (here.length === 0) return null;
  return (
    <ul style={{ margin: 0, paddingLeft: parent === null ? 4 : 22, listStyle: "none" }}>
      {here.map((team) => (
        <li key={team.id} style={{ padding: "3px 0" }}>
          {team.name}{" "}
          <span className="faint">
            {t("team.members", { count: users.filter((user) => user.team_id === team.id).length })}
          </span>
          <TeamTree teams={teams} parent={team.id} />
        </li>
      ))}
    </ul>
  );
}

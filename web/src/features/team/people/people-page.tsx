import { Checkbox } from "@mantine/core";
import { IconPlus, IconUserPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useLinks } from "@/api/team/links";
import { useMay } from "@/api/team/me";
import { useSecondFactors } from "@/api/team/second-factor";
import { useTeams } from "@/api/team/teams";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { AbsenceForm } from "@/features/team/absence/absence-form";
import { InviteForm } from "@/features/team/people/invite-form";
import { LeaveDialog } from "@/features/team/people/leave-dialog";
import { LinkDialog } from "@/features/team/people/link-dialog";
import { PersonRow } from "@/features/team/people/person-row";
import { SessionsDialog } from "@/features/team/people/sessions-dialog";
import { TeamForm } from "@/features/team/people/team-form";
import { TeamTree } from "@/features/team/people/team-tree";
import { RequiredRoles } from "@/features/team/second-factor/required-roles";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";

type Open =
  | { what: "invite" | "team" }
  | { what: "link"; made: Shape<"MadeLink"> }
  | { what: "sessions" | "leave" | "absence"; user: Shape<"User"> };

export function PeoplePage() {
  const { t } = useT();
  usePageTitle(t("team.title"));
  const users = useUsers();
  const teams = useTeams();
  const links = useLinks();
  const [open, setOpen] = useState<Open | null>(null);
  const [withLeft, setWithLeft] = useState(false);
  const owner = useMay("organization.edit");
  const factors = useSecondFactors(owner);
  const left = users.filter((user) => !user.active).length;
  const close = () => setOpen(null);
  const showLink = (made: Shape<"MadeLink">) => setOpen({ what: "link", made });
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("team.title")}</h1>
        <span className="spring" />
        <Link to="/team/roles" className="button-plain">
          {t("roles.open")}
        </Link>
        <button type="button" className="button-plain" onClick={() => setOpen({ what: "team" })}>
          <IconPlus size={16} />
          {t("team.newTeam")}
        </button>
        <button
          type="button"
          className="button-primary"
          onClick={() => setOpen({ what: "invite" })}
        >
          <IconUserPlus size={16} />
          {t("people.invite")}
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
              <th scope="col">
                <span className="sr-only">{t("common.more")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {users
              .filter((user) => user.active || withLeft)
              .map((user) => (
                <PersonRow
                  key={user.id}
                  user={user}
                  teams={teams}
                  link={links.find((link) => link.user_id === user.id)}
                  twoStep={factors.user_ids.includes(user.id)}
                  onLink={showLink}
                  onOpen={(what) => setOpen({ what, user })}
                />
              ))}
          </tbody>
        </table>
      </section>
      {left > 0 && (
        <Checkbox
          mt={10}
          size="xs"
          label={t("people.showLeft", { count: left })}
          checked={withLeft}
          onChange={(event) => setWithLeft(event.target.checked)}
        />
      )}
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
      {owner && (
        <section className="panel panel-body" style={{ marginTop: 16 }}>
          <RequiredRoles roles={factors.roles} />
        </section>
      )}
      {open?.what === "invite" && <InviteForm teams={teams} onMade={showLink} onClose={close} />}
      {open?.what === "team" && <TeamForm teams={teams} onClose={close} />}
      {open?.what === "link" && <LinkDialog made={open.made} onClose={close} />}
      {open?.what === "leave" && <LeaveDialog user={open.user} onClose={close} />}
      {open?.what === "absence" && <AbsenceForm user={open.user} onClose={close} />}
      {open?.what === "sessions" && <SessionsDialog user={open.user} onClose={close} />}
    </div>
  );
}

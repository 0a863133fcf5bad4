import {
  IconMinus,
  IconPlus,
  IconThumbDown,
  IconThumbUp,
  IconHelp,
  IconUserQuestion,
} from "@tabler/icons-react";
import { useState } from "react";
import type { Shape } from "@/api/types";
import { MemberForm } from "@/features/deals/deal/committee/member-form";
import { missingRoles } from "@/features/deals/deal/committee/missing-roles";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/committee/people.module.css";
import { useT } from "@/i18n";
import { dayOf, formatDue, formatInstant } from "@/lib/format";

const stanceIcons = {
  supporter: IconThumbUp,
  neutral: IconMinus,
  opponent: IconThumbDown,
  unknown: IconHelp,
};
const stanceTones = {
  supporter: "good",
  neutral: undefined,
  opponent: "bad",
  unknown: undefined,
} as const;

// Who takes part in the decision, how much they weigh and where they stand.
export function CommitteePanel() {
  const { t } = useT();
  const { deal, mayWrite } = useDealPage();
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const [wanted, setWanted] = useState<Shape<"CommitteeRole"> | null>(null);
  const missing = missingRoles(deal);
  const add = (role: Shape<"CommitteeRole"> | null) => {
    setWanted(role);
    setEditing("new");
  };
  return (
    <section className="panel" aria-labelledby="committee">
      <div className="panel-head">
        <h2 className="section-title" id="committee">
          {t("committee.title")}
        </h2>
        <span className="spring" />
        {mayWrite && (
          <button type="button" className="button-link" onClick={() => add(null)}>
            <IconPlus size={14} aria-hidden /> {t("committee.add")}
          </button>
        )}
      </div>
      {editing === "new" && (
        <div className="panel-body">
          <MemberForm member={null} role={wanted} onClose={() => setEditing(null)} />
        </div>
      )}
      {missing.length > 0 && (
        <ul className={classes.missing} aria-label={t("committee.missing")}>
          {missing.map((role) => (
            <li key={role}>
              <IconUserQuestion size={16} stroke={1.8} aria-hidden />
              <span>{t("committee.missingRole", { role: t(`committee.roles.${role}`) })}</span>
              {mayWrite && (
                <button
                  type="button"
                  className="button-link"
                  aria-label={t("committee.name", { role: t(`committee.roles.${role}`) })}
                  onClick={() => add(role)}
                >
                  {t("common.add")}
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {deal.committee.length === 0 && editing !== "new" && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("committee.none")}
        </p>
      )}
      <ul className={classes.members}>
        {deal.committee.map((member) =>
          editing === member.contact_id ? (
            <li key={member.contact_id} className="panel-body">
              <MemberForm member={member} onClose={() => setEditing(null)} />
            </li>
          ) : (
            <Member
              key={member.contact_id}
              member={member}
              onEdit={() => setEditing(member.contact_id)}
            />
          ),
        )}
      </ul>
    </section>
  );
}

function Member({ member, onEdit }: { member: Shape<"CommitteePerson">; onEdit: () => void }) {
  const { t, lang } = useT();
  const { mayWrite } = useDealPage();
  const touched = member.last_contact_at;
  const Icon = stanceIcons[member.stance];
  return (
    <li className={classes.member}>
      <div>
        <strong>{member.name}</strong>
        {member.title && <span className="faint"> · {member.title}</span>}
        <div className={classes.memberTags}>
          <span className="tag" data-tone="accent">
            {t(`committee.roles.${member.role}`)}
          </span>
          <span className="tag" data-tone={stanceTones[member.stance]}>
            <Icon size={13} stroke={2} aria-hidden />
            {t(`committee.stances.${member.stance}`)}
          </span>
          <span
            className={classes.influence}
            title={t("committee.influenceOf", { n: member.influence })}
          >
            <span className="sr-only">{t("committee.influenceOf", { n: member.influence })}</span>
            {[1, 2, 3, 4, 5].map((step) => (
              <i key={step} data-on={step <= member.influence || undefined} />
            ))}
          </span>
        </div>
        <div className="faint" title={touched ? formatInstant(lang, touched) : undefined}>
          {touched
            ? t("committee.lastContact", { when: formatDue(lang, dayOf(touched)) })
            : t("committee.noContact")}
        </div>
      </div>
      {mayWrite && (
        <button
          type="button"
          className="button-link"
          onClick={onEdit}
          aria-label={`${t("common.edit")}: ${member.name}`}
        >
          {t("common.edit")}
        </button>
      )}
    </li>
  );
}

import { IconMinus, IconPlus, IconThumbDown, IconThumbUp, IconHelp } from "@tabler/icons-react";
import { useState } from "react";
import { postContact, useContacts } from "@/api/accounts/contacts";
import { deleteCommittee, putCommittee } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import fields from "@/features/deals/deal/inline-field.module.css";
import classes from "@/features/deals/deal/panels/people.module.css";
import { InlineForm } from "@/features/deals/deal/inline-field";
import { useT } from "@/i18n";

const roles = [
  "decision_maker",
  "champion",
  "influencer",
  "user",
  "gatekeeper",
  "blocker",
] as const;
const stances = ["supporter", "neutral", "opponent", "unknown"] as const;
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
  return (
    <section className="panel" aria-labelledby="committee">
      <div className="panel-head">
        <h2 className="section-title" id="committee">
          {t("committee.title")}
        </h2>
        <span className="spring" />
        {mayWrite && (
          <button type="button" className="button-link" onClick={() => setEditing("new")}>
            <IconPlus size={14} aria-hidden /> {t("committee.add")}
          </button>
        )}
      </div>
      {editing === "new" && (
        <div className="panel-body">
          <MemberForm member={null} onClose={() => setEditing(null)} />
        </div>
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

function Member({ member, onEdit }: { member: Shape<"CommitteeMember">; onEdit: () => void }) {
  const { t } = useT();
  const { mayWrite } = useDealPage();
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

function MemberForm({
  member,
  onClose,
}: {
  member: Shape<"CommitteeMember"> | null;
  onClose: () => void;
}) {
  const { t } = useT();
  const { deal, write } = useDealPage();
  const contacts = useContacts(deal.account?.id ?? null).filter(
    (contact) => !deal.committee.some((each) => each.contact_id === contact.id),
  );
  const [contact, setContact] = useState<string | null>(member ? String(member.contact_id) : null);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Shape<"CommitteeRole">>(member?.role ?? "decision_maker");
  const [stance, setStance] = useState<Shape<"Stance">>(member?.stance ?? "unknown");
  const [influence, setInfluence] = useState(member?.influence ?? 3);
  const words = {
    what: t("committee.title"),
    mine: `${member?.name ?? name} · ${t(`committee.roles.${role}`)}`,
    theirs: (found: Shape<"DealDetail">) =>
      found.committee
        .map((each) => `${each.name} · ${t(`committee.roles.${each.role}`)}`)
        .join(", ") || "–",
  };
  return (
    <InlineForm
      onClose={onClose}
      disabled={!contact && !name.trim()}
      onSave={() =>
        write(async (current) => {
          const id = contact
            ? Number(contact)
            : (await postContact({ account_id: current.account?.id ?? null, name: name.trim() }))
                .id;
          return putCommittee(current, id, { role, stance, influence });
        }, words)
      }
    >
      {!member && (
        <div className="form-row">
          {contacts.length > 0 && (
            <Picker
              label={t("committee.known")}
              empty={t("committee.someoneNew")}
              value={contact}
              options={contacts.map((each) => ({
                value: String(each.id),
                label: each.title ? `${each.name} · ${each.title}` : each.name,
              }))}
              onChange={setContact}
            />
          )}
          {!contact && (
            <label className={fields.labelled}>
              {t("committee.newName")}
              <input
                className={fields.input}
                value={name}
                onChange={(event) => setName(event.target.value)}
              />
            </label>
          )}
        </div>
      )}
      <div className="form-row">
        <Picker
          label={t("committee.role")}
          value={role}
          options={roles.map((each) => ({ value: each, label: t(`committee.roles.${each}`) }))}
          onChange={(each) => each && setRole(each as Shape<"CommitteeRole">)}
        />
        <Picker
          label={t("committee.stance")}
          value={stance}
          options={stances.map((each) => ({ value: each, label: t(`committee.stances.${each}`) }))}
          onChange={(each) => each && setStance(each as Shape<"Stance">)}
        />
        <Picker
          label={t("committee.influence")}
          value={String(influence)}
          options={[1, 2, 3, 4, 5].map((each) => ({ value: String(each), label: `${each} / 5` }))}
          onChange={(each) => each && setInfluence(Number(each))}
        />
      </div>
      {member && (
        <button
          type="button"
          className="button-link tone-bad"
          onClick={() =>
            void write((current) => deleteCommittee(current, member.contact_id)).then(
              (done) => done && onClose(),
            )
          }
        >
          {t("committee.remove", { name: member.name })}
        </button>
      )}
    </InlineForm>
  );
}

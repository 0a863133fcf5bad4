import { useState } from "react";
import { postContact, useContacts } from "@/api/accounts/contacts";
import { deleteCommittee, putCommittee } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { InlineForm } from "@/features/deals/deal/inline-field";
import fields from "@/components/inline-field.module.css";
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
// Somebody who sits on the committee, or somebody to seat there, for a role that is asked for perhaps.
export function MemberForm({
  member,
  role: wanted = null,
  onClose,
}: {
  member: Shape<"CommitteePerson"> | null;
  role?: Shape<"CommitteeRole"> | null;
  onClose: () => void;
}) {
  const { t } = useT();
  const { deal, write } = useDealPage();
  const contacts = useContacts(deal.account?.id ?? null).filter(
    (contact) => !deal.committee.some((each) => each.contact_id === contact.id),
  );
  const [contact, setContact] = useState<string | null>(member ? String(member.contact_id) : null);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Shape<"CommitteeRole">>(
    member?.role ?? wanted ?? "decision_maker",
  );
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
      onSave={(base) =>
        write(
          async (current) => {
            const id = contact
              ? Number(contact)
              : (await postContact({ account_id: current.account?.id ?? null, name: name.trim() }))
                  .id;
            return putCommittee(current, id, { role, stance, influence });
          },
          words,
          { base },
        )
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

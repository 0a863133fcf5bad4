import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import fields from "@/components/inline-field.module.css";
import { useT } from "@/i18n";
import { today } from "@/lib/format";

export interface Happened {
  kind: Shape<"ActivityKind">;
  direction: Shape<"Direction">;
  contact: number | null;
  subject: string;
  date: string;
}

export const nothingYet = (): Happened => ({
  kind: "call",
  direction: "two_way",
  contact: null,
  subject: "",
  date: today(),
});

const loggedKinds = ["call", "email", "meeting", "demo", "note"] as const;
const directions = ["two_way", "outbound", "inbound"] as const;

// What happened, with whom, and when.
export function LogFields({
  happened,
  onChange,
}: {
  happened: Happened;
  onChange: (happened: Happened) => void;
}) {
  const { t } = useT();
  const { deal } = useDealPage();
  const set = (change: Partial<Happened>) => onChange({ ...happened, ...change });
  return (
    <>
      <div className="form-row">
        <Picker
          label={t("activity.kind")}
          value={happened.kind}
          options={loggedKinds.map((kind) => ({
            value: kind,
            label: t(`activity.kinds.${kind}`),
          }))}
          onChange={(kind) => kind && set({ kind: kind as Shape<"ActivityKind"> })}
        />
        {happened.kind !== "note" && (
          <Picker
            label={t("activity.direction")}
            value={happened.direction}
            options={directions.map((each) => ({
              value: each,
              label: t(`activity.directions.${each}`),
            }))}
            onChange={(each) => each && set({ direction: each as Shape<"Direction"> })}
          />
        )}
        {deal.committee.length > 0 && (
          <Picker
            label={t("step.with")}
            empty={t("step.nobody")}
            value={happened.contact ? String(happened.contact) : null}
            options={deal.committee.map((member) => ({
              value: String(member.contact_id),
              label: member.name,
            }))}
            onChange={(id) => set({ contact: id ? Number(id) : null })}
          />
        )}
      </div>
      <div className="form-row">
        <label className={fields.labelled}>
          {t("activity.subject")}
          <input
            className={fields.input}
            autoFocus
            value={happened.subject}
            placeholder={t("activity.subjectHint")}
            onChange={(event) => set({ subject: event.target.value })}
          />
        </label>
        <label className={fields.labelled}>
          {t("activity.when")}
          <input
            className={fields.input}
            type="date"
            max={today()}
            value={happened.date}
            onChange={(event) => set({ date: event.target.value })}
          />
        </label>
      </div>
    </>
  );
}

import { SegmentedControl } from "@mantine/core";
import { IconCircleCheck, IconCircleDashed, IconCircleHalf2 } from "@tabler/icons-react";
import { useState } from "react";
import { putBant } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import fields from "@/components/inline-field.module.css";
import classes from "@/features/deals/deal/bant/bant-panel.module.css";
import { InlineForm } from "@/features/deals/deal/inline-field";
import { useT } from "@/i18n";
import { hasDraft, useDraft } from "@/lib/draft";
import { formatDate, today } from "@/lib/format";

const elements = ["budget", "authority", "need", "timeline"] as const;
const levels = ["unknown", "weak", "confirmed"] as const;
const icons = { unknown: IconCircleDashed, weak: IconCircleHalf2, confirmed: IconCircleCheck };
const tones = { unknown: undefined, weak: "warn", confirmed: "good" } as const;

// Budget, authority, need, timeline: how well each is known, and who says so.
export function BantPanel() {
  const { t } = useT();
  return (
    <section className="panel" aria-labelledby="bant">
      <div className="panel-head">
        <h2 className="section-title" id="bant">
          BANT
        </h2>
        <span className="faint">{t("bant.what")}</span>
      </div>
      <ul className={classes.bant}>
        {elements.map((element) => (
          <Element key={element} element={element} />
        ))}
      </ul>
    </section>
  );
}

function Element({ element }: { element: Shape<"BantElement"> }) {
  const { t, lang } = useT();
  const { deal, mayWrite, draftKey } = useDealPage();
  const [editing, setEditing] = useState(() => hasDraft(draftKey(`bant.${element}`)));
  const answer = deal.bant[element];
  const saidBy = deal.committee.find((member) => member.contact_id === answer.contact_id)?.name;
  const source = [saidBy, answer.date && formatDate(lang, answer.date)].filter(Boolean).join(", ");
  const Icon = icons[answer.level];
  return (
    <li className={classes.bantItem}>
      <div className={classes.bantHead}>
        <span className={classes.bantName}>{t(`bant.${element}`)}</span>
        <span className="tag" data-tone={tones[answer.level]}>
          <Icon size={13} stroke={2} aria-hidden />
          {t(`bant.levels.${answer.level}`)}
        </span>
        <span className="spring" />
        {mayWrite && !editing && (
          <button
            type="button"
            className="button-link"
            onClick={() => setEditing(true)}
            aria-label={`${t("common.edit")}: ${t(`bant.${element}`)}`}
          >
            {t("common.edit")}
          </button>
        )}
      </div>
      {editing ? (
        <Editor element={element} onClose={() => setEditing(false)} />
      ) : (
        <p className={classes.evidence}>
          {answer.evidence || <span className="faint">{t("bant.noEvidence")}</span>}
          {source && answer.level !== "unknown" && <span className="faint"> · {source}</span>}
        </p>
      )}
    </li>
  );
}

function Editor({ element, onClose }: { element: Shape<"BantElement">; onClose: () => void }) {
  const { t } = useT();
  const { deal, write, draftKey } = useDealPage();
  const draft = draftKey(`bant.${element}`);
  const [answer, setAnswer] = useDraft<Shape<"BantAnswer">>(draft, {
    ...deal.bant[element],
    date: today(),
  });
  const text = ({ bant }: Shape<"DealDetail">) =>
    [t(`bant.levels.${bant[element].level}`), bant[element].evidence].filter(Boolean).join(" · ");
  return (
    <InlineForm
      onClose={onClose}
      draft={draft}
      onSave={(base) =>
        write(
          (current) => putBant(current, element, answer),
          {
            what: t(`bant.${element}`),
            mine: text({ ...base, bant: { ...base.bant, [element]: answer } }),
            theirs: text,
          },
          { base },
        )
      }
    >
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t(`bant.${element}`)}
        data={levels.map((level) => ({ value: level, label: t(`bant.levels.${level}`) }))}
        value={answer.level}
        onChange={(level) => setAnswer({ ...answer, level: level as Shape<"BantLevel"> })}
      />
      <input
        className={fields.input}
        aria-label={t("bant.evidence")}
        placeholder={t("bant.evidenceHint")}
        value={answer.evidence}
        onChange={(event) => setAnswer({ ...answer, evidence: event.target.value })}
      />
      <div className="form-row">
        <Picker
          label={t("bant.saidBy")}
          empty={t(deal.committee.length > 0 ? "bant.nobody" : "bant.noCommittee")}
          value={answer.contact_id ? String(answer.contact_id) : null}
          options={deal.committee.map((member) => ({
            value: String(member.contact_id),
            label: member.name,
          }))}
          onChange={(id) => setAnswer({ ...answer, contact_id: id ? Number(id) : null })}
        />
        <label className={fields.labelled}>
          {t("bant.date")}
          <input
            className={fields.input}
            type="date"
            max={today()}
            value={answer.date ?? ""}
            onChange={(event) => setAnswer({ ...answer, date: event.target.value || null })}
          />
        </label>
      </div>
    </InlineForm>
  );
}

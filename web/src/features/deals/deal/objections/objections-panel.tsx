import { IconAlertOctagon, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { deleteObjection, restoreObjection, useObjections } from "@/api/deals/objections";
import type { Shape } from "@/api/types";
import { Lines } from "@/components/skeleton";
import peopleClasses from "@/features/deals/deal/committee/people.module.css";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { ObjectionForm } from "@/features/deals/deal/objections/objection-form";
import classes from "@/features/deals/deal/objections/objections-panel.module.css";
import { useRecords } from "@/features/deals/deal/use-record";
import { useT } from "@/i18n";
import { hasDraft } from "@/lib/draft";
import { formatDateShort } from "@/lib/format";

const tones = { open: "warn", answered: "accent", accepted: "good", lost_to_it: "bad" } as const;

// What the customer holds against buying. An open blocking one keeps the deal in its stage.
export function ObjectionsPanel() {
  const { t } = useT();
  const { deal, mayWrite, draftKey } = useDealPage();
  const objections = useObjections(deal.id);
  const [editing, setEditing] = useState<number | "new" | null>(() =>
    hasDraft(draftKey("objection.new")) ? "new" : null,
  );
  const close = () => setEditing(null);
  const blocking = (objections ?? []).filter((each) => each.blocking && each.result === "open");
  return (
    <section className="panel" aria-labelledby="objections">
      <div className="panel-head">
        <h2 className="section-title" id="objections">
          {t("objections.title")}
        </h2>
        {blocking.length > 0 && (
          <span className="tag" data-tone="bad">
            <IconAlertOctagon size={13} stroke={2} aria-hidden />
            {t("objections.blockingCount", { count: blocking.length })}
          </span>
        )}
        <span className="spring" />
        {mayWrite && (
          <button type="button" className="button-link" onClick={() => setEditing("new")}>
            <IconPlus size={14} aria-hidden /> {t("objections.add")}
          </button>
        )}
      </div>
      {editing === "new" && (
        <div className="panel-body">
          <ObjectionForm objection={null} onClose={close} />
        </div>
      )}
      {!objections && (
        <div className="panel-body">
          <Lines count={2} />
        </div>
      )}
      {objections?.length === 0 && editing !== "new" && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("objections.none")}
        </p>
      )}
      <ul className={peopleClasses.members}>
        {(objections ?? []).map((objection) =>
          editing === objection.id ? (
            <li key={objection.id} className="panel-body">
              <ObjectionForm objection={objection} onClose={close} />
            </li>
          ) : (
            <Item
              key={objection.id}
              objection={objection}
              onEdit={() => setEditing(objection.id)}
            />
          ),
        )}
      </ul>
    </section>
  );
}

function Item({ objection, onEdit }: { objection: Shape<"Objection">; onEdit: () => void }) {
  const { t, lang } = useT();
  const { mayWrite } = useDealPage();
  const { run } = useRecords();
  const kind = t(`objections.kinds.${objection.kind}`);
  const dates = [
    t("objections.raised", { when: formatDateShort(lang, objection.raised_on) }),
    objection.answered_on &&
      t("objections.answered", { when: formatDateShort(lang, objection.answered_on) }),
  ];
  return (
    <li className={peopleClasses.member}>
      <div className={classes.objection}>
        <div className={peopleClasses.memberTags}>
          <strong>{kind}</strong>
          <span className="tag" data-tone={tones[objection.result]}>
            {t(`objections.results.${objection.result}`)}
          </span>
          {objection.blocking && (
            <span className="tag" data-tone={objection.result === "open" ? "bad" : undefined}>
              <IconAlertOctagon size={13} stroke={2} aria-hidden />
              {t("objections.blocking")}
            </span>
          )}
        </div>
        <blockquote className={classes.worry}>{objection.worry}</blockquote>
        {objection.answer && <p className={classes.answer}>{objection.answer}</p>}
        <div className="faint">{dates.filter(Boolean).join(" · ")}</div>
      </div>
      {mayWrite && (
        <span className={classes.tools}>
          <button
            type="button"
            className="button-link"
            aria-label={`${t(objection.result === "open" ? "objections.answerIt" : "common.edit")}: ${kind}`}
            onClick={onEdit}
          >
            {t(objection.result === "open" ? "objections.answerIt" : "common.edit")}
          </button>
          <button
            type="button"
            className={peopleClasses.small}
            aria-label={`${t("common.remove")}: ${kind}`}
            onClick={() =>
              void run(
                () => deleteObjection(objection),
                t("objections.removed"),
                () => restoreObjection(objection),
              )
            }
          >
            <IconTrash size={14} />
          </button>
        </span>
      )}
    </li>
  );
}

import { IconCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import { useState } from "react";
import { putChecklist } from "@/api/deals/change-deal";
import { useMay } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { GateBar } from "@/components/gate-bar";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { ApprovalList } from "@/features/deals/deal/gate/approval-list";
import classes from "@/features/deals/deal/gate/gate-panel.module.css";
import { InlineForm } from "@/features/deals/deal/inline-field";
import { CriterionField } from "@/features/deals/move/criterion-field";
import { emptyDraft, isFillable, isFilled } from "@/features/deals/move/gate-draft";
import { saveDraft } from "@/features/deals/move/save-draft";
import { useT } from "@/i18n";

// What bars the deal from leaving its stage, each to be settled where it stands.
export function GatePanel() {
  const { t } = useT();
  const { deal } = useDealPage();
  return (
    <section className="panel" aria-labelledby="gate">
      <div className="panel-head">
        <h2 className="section-title" id="gate">
          {t("gate.checks")}
        </h2>
        <span className="spring" />
        <GateBar met={deal.gate.met} total={deal.gate.total} />
      </div>
      {deal.gate_checks.length === 0 ? (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t(deal.status === "open" ? "gate.noChecks" : "gate.closedChecks")}
        </p>
      ) : (
        <ul className={classes.checks}>
          {deal.gate_checks.map((check) => (
            <Check key={check.criterion.key} check={check} />
          ))}
        </ul>
      )}
      <ApprovalList />
    </section>
  );
}

function Check({ check }: { check: Shape<"GateCheck"> }) {
  const { t, local } = useT();
  const { mayWrite, write } = useDealPage();
  const mayApprove = useMay("gates.override");
  const [editing, setEditing] = useState(false);
  const { criterion, met } = check;
  const item = criterion.kind === "checklist" ? criterion.key : null;
  const toggle = () => {
    if (item)
      void write((deal) => putChecklist(deal, item, !met), {
        what: local(criterion.label),
        mine: t(met ? "common.no" : "common.yes"),
        theirs: (deal) => t(deal.checklist[item] ? "common.yes" : "common.no"),
      });
    else setEditing(!editing);
  };
  // An approval is asked for and answered below the list.
  const fillable =
    mayWrite && criterion.kind !== "approval" && (item !== null || (!met && isFillable(criterion)));
  return (
    <li className={classes.check} data-met={met || undefined}>
      {met ? (
        <IconCircleCheckFilled size={19} className="tone-good" aria-label={t("gate.isMet")} />
      ) : (
        <IconCircle size={19} stroke={1.6} className="faint" aria-label={t("gate.isUnmet")} />
      )}
      <div>
        <span>{local(criterion.label)}</span>
        {!met && criterion.kind === "objections_settled" && (
          <a className={classes.checkDetail} href="#objections">
            {t("gate.answerObjections")}
          </a>
        )}
      </div>
      {fillable && !editing && (
        <button
          type="button"
          className="button-link"
          onClick={toggle}
          aria-label={`${t(item ? (met ? "gate.untick" : "gate.tick") : "gate.fill")}: ${local(criterion.label)}`}
        >
          {t(item ? (met ? "gate.untick" : "gate.tick") : "gate.fill")}
        </button>
      )}
      {editing && (
        <CheckEditor
          criterion={criterion}
          mayApprove={mayApprove}
          onClose={() => setEditing(false)}
        />
      )}
    </li>
  );
}

function CheckEditor({
  criterion,
  mayApprove,
  onClose,
}: {
  criterion: Shape<"Criterion">;
  mayApprove: boolean;
  onClose: () => void;
}) {
  const { local } = useT();
  const { deal, pipeline, write } = useDealPage();
  const [draft, setDraft] = useState(emptyDraft);
  return (
    <div className={classes.checkEditor}>
      <InlineForm
        onClose={onClose}
        disabled={!isFilled(criterion, draft)}
        onSave={(base) =>
          write(
            (current) => saveDraft(current, draft),
            {
              what: local(criterion.label),
              mine: "✓",
              theirs: (found) =>
                found.gate_checks.find((each) => each.criterion.key === criterion.key)?.met
                  ? "✓"
                  : "–",
            },
            { base },
          )
        }
      >
        <CriterionField {...{ criterion, deal, pipeline, draft, mayApprove }} onDraft={setDraft} />
      </InlineForm>
    </div>
  );
}

import { IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useCustomFields } from "@/api/custom-fields/custom-fields";
import { CriterionDetails } from "@/features/pipelines/criterion-details";
import {
  type Criterion,
  depthMax,
  moved,
  newCriterion,
  ofKind,
  replaced,
  without,
} from "@/features/pipelines/edit-pipeline";
import { LocalizedField } from "@/components/localized-field";
import classes from "@/features/pipelines/pipelines.module.css";
import { Picker } from "@/components/picker";
import { useT } from "@/i18n";

// Of use where the organisation has fields of its own.
const customKinds = ["custom_known", "custom_equals", "custom_at_least"] as const;
const kinds = [
  "checklist",
  "field_known",
  "amount_at_least",
  "activity_done",
  "bant_level",
  "role_filled",
  "approval",
  "objections_settled",
  ...customKinds,
  "all",
  "any",
] as const;

// What a stage asks for, criteria within groups within criteria; each is answered where it stands.
export function CriteriaBuilder({
  criteria,
  path,
  depth = 1,
  faultAt,
  onChange,
}: {
  criteria: Criterion[];
  // Where they stand in the pipeline, as the server names it.
  path: string;
  depth?: number;
  faultAt: (path: string) => string | undefined;
  onChange: (criteria: Criterion[]) => void;
}) {
  const { t, local } = useT();
  const hasFields = useCustomFields().some((field) => field.kind !== "formula");
  return (
    <div className={classes.criteria}>
      <ol>
        {criteria.map((criterion, index) => {
          const at = `${path}[${index}]`;
          const name = local(criterion.label) || t("pipelines.unnamed");
          const set = (next: Criterion) => onChange(replaced(criteria, index, next));
          return (
            <li key={criterion.key} className={classes.criterion} aria-label={name}>
              <div className={classes.criterionHead}>
                <Picker
                  label={t("pipelines.criterionKind")}
                  value={criterion.kind}
                  options={kinds
                    .filter((kind) => depth < depthMax || (kind !== "all" && kind !== "any"))
                    .filter((kind) => hasFields || !customKinds.some((each) => each === kind))
                    .map((kind) => ({ value: kind, label: t(`pipelines.criterionKinds.${kind}`) }))}
                  onChange={(kind) => set(ofKind(criterion, kind as Criterion["kind"], depth))}
                />
                <span className="spring" />
                <button
                  type="button"
                  className={classes.icon}
                  aria-label={t("pipelines.criterionUp", { name })}
                  disabled={index === 0}
                  onClick={() => onChange(moved(criteria, index, index - 1))}
                >
                  <IconArrowUp size={16} />
                </button>
                <button
                  type="button"
                  className={classes.icon}
                  aria-label={t("pipelines.criterionRemove", { name })}
                  onClick={() => onChange(without(criteria, index))}
                >
                  <IconTrash size={16} />
                </button>
              </div>
              <LocalizedField
                label={t("pipelines.criterionLabel")}
                value={criterion.label}
                error={faultAt(`${at}.label`)}
                onChange={(label) => set({ ...criterion, label })}
              />
              <CriterionDetails criterion={criterion} onChange={set} />
              {faultAt(at) && <p className="tone-bad">{faultAt(at)}</p>}
              {(criterion.kind === "all" || criterion.kind === "any") && (
                <CriteriaBuilder
                  criteria={criterion.items ?? []}
                  path={`${at}.items`}
                  depth={depth + 1}
                  faultAt={faultAt}
                  onChange={(items) => set({ ...criterion, items })}
                />
              )}
            </li>
          );
        })}
      </ol>
      <button
        type="button"
        className="button-link"
        onClick={() => onChange([...criteria, newCriterion("checklist", depth)])}
      >
        <IconPlus size={15} />
        {t(depth === 1 ? "pipelines.addCriterion" : "pipelines.addPart")}
      </button>
    </div>
  );
}

import { useCurrency } from "@/api/pipeline/pipelines";
import { useCustomFields } from "@/api/custom-fields/custom-fields";
import type { Shape } from "@/api/types";
import { CustomValueInput } from "@/components/custom-value-input";
import { MoneyInput } from "@/components/money-input";
import { Picker } from "@/components/picker";
import { ApprovalDetails } from "@/features/pipelines/approval-details";
import type { Criterion } from "@/features/pipelines/edit-pipeline";
import { useT } from "@/i18n";
import type { CustomField } from "@/lib/custom-fields";

const fields = [
  "account",
  "contact",
  "amount",
  "expected_close",
  "source",
  "products",
  "pains",
  "competitor",
  "next_step",
] as const;
const activities = ["call", "email", "meeting", "demo", "task", "note"] as const;
const directions = ["outbound", "inbound", "two_way"] as const;
const elements = ["budget", "authority", "need", "timeline"] as const;
const levels = ["weak", "confirmed"] as const;
const roles = [
  "decision_maker",
  "champion",
  "influencer",
  "user",
  "gatekeeper",
  "blocker",
] as const;

// The inputs of what a kind of criterion measures.
export function CriterionDetails({
  criterion,
  onChange,
}: {
  criterion: Criterion;
  onChange: (criterion: Criterion) => void;
}) {
  const { t } = useT();
  const currency = useCurrency();
  const set = (change: Partial<Criterion>) => onChange({ ...criterion, ...change });
  switch (criterion.kind) {
    case "field_known":
      return (
        <Picker
          label={t("pipelines.field")}
          value={criterion.field}
          options={fields.map((each) => ({ value: each, label: t(`pipelines.fields.${each}`) }))}
          onChange={(field) => set({ field: field as Shape<"DealField"> })}
        />
      );
    case "amount_at_least":
      return (
        <MoneyInput
          label={t("pipelines.atLeast")}
          currency={currency}
          value={
            criterion.minor === null || criterion.minor === undefined
              ? null
              : { minor: criterion.minor, currency }
          }
          onChange={(money) => set({ minor: money?.minor ?? null })}
        />
      );
    case "activity_done":
      return (
        <div className="form-row">
          <Picker
            label={t("activity.kind")}
            empty={t("pipelines.anyActivity")}
            value={criterion.activity_kind}
            options={activities.map((each) => ({
              value: each,
              label: t(`activity.kinds.${each}`),
            }))}
            onChange={(kind) => set({ activity_kind: kind as Shape<"ActivityKind"> | null })}
          />
          <Picker
            label={t("activity.direction")}
            empty={t("pipelines.anyDirection")}
            value={criterion.direction}
            options={directions.map((each) => ({
              value: each,
              label: t(`activity.directions.${each}`),
            }))}
            onChange={(direction) => set({ direction: direction as Shape<"Direction"> | null })}
          />
        </div>
      );
    case "bant_level":
      return (
        <div className="form-row">
          <Picker
            label={t("pipelines.element")}
            empty={t("pipelines.everyElement")}
            value={criterion.element}
            options={elements.map((each) => ({ value: each, label: t(`bant.${each}`) }))}
            onChange={(element) => set({ element: element as Shape<"BantElement"> | null })}
          />
          <Picker
            label={t("pipelines.level")}
            value={criterion.level}
            options={levels.map((each) => ({ value: each, label: t(`bant.levels.${each}`) }))}
            onChange={(level) => set({ level: level as Shape<"BantLevel"> })}
          />
        </div>
      );
    case "role_filled":
      return (
        <Picker
          label={t("committee.role")}
          value={criterion.role}
          options={roles.map((each) => ({ value: each, label: t(`committee.roles.${each}`) }))}
          onChange={(role) => set({ role: role as Shape<"CommitteeRole"> })}
        />
      );
    case "approval":
      return (
        <ApprovalDetails rule={criterion.approval} onChange={(approval) => set({ approval })} />
      );
    case "custom_known":
    case "custom_equals":
    case "custom_at_least":
      return <CustomDetails criterion={criterion} onChange={onChange} />;
    default:
      return null;
  }
}

const ordered: CustomField["kind"][] = ["number", "money", "date"];

// Which of the organisation's own fields, and what it is held against. Formulas are asked for by
// nobody: they follow from the rest.
function CustomDetails({
  criterion,
  onChange,
}: {
  criterion: Criterion;
  onChange: (criterion: Criterion) => void;
}) {
  const { t, local } = useT();
  const own = useCustomFields().filter((field) => {
    if (field.kind === "formula" || field.archived) return false;
    return criterion.kind !== "custom_at_least" || ordered.includes(field.kind);
  });
  const field = own.find((each) => each.key === criterion.custom_field);
  // Of several choices, one of them is asked for.
  const asked = field?.kind === "choices" ? { ...field, kind: "choice" as const } : field;
  return (
    <div className="form-row">
      <Picker
        label={t("pipelines.field")}
        empty={t("common.choose")}
        value={criterion.custom_field}
        options={own.map((each) => ({ value: each.key, label: local(each.label) }))}
        onChange={(custom_field) => onChange({ ...criterion, custom_field, value: null })}
      />
      {asked && criterion.kind !== "custom_known" && (
        <CustomValueInput
          key={asked.key}
          field={asked}
          label={t("pipelines.value")}
          value={criterion.value}
          onChange={(value) => onChange({ ...criterion, value })}
        />
      )}
    </div>
  );
}

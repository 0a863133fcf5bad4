import { Checkbox, SegmentedControl, Textarea, TextInput } from "@mantine/core";
import { useAccounts } from "@/api/accounts/accounts";
import { useContacts } from "@/api/accounts/contacts";
import { useProducts } from "@/api/accounts/products";
import { useCurrency } from "@/api/pipeline/pipelines";
import { useCustomFields } from "@/api/custom-fields/custom-fields";
import { useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { CustomValueInput } from "@/components/custom-value-input";
import { MoneyInput } from "@/components/money-input";
import { Picker } from "@/components/picker";
import { ApprovalField, AskField } from "@/features/deals/move/approval-fields";
import { elementsOf, type GateDraft, patchName } from "@/features/deals/move/gate-draft";
import { useT } from "@/i18n";
import { accessOf } from "@/lib/custom-fields";
import { addDays, today } from "@/lib/format";

export interface FieldProps {
  criterion: Shape<"Criterion">;
  deal: Pick<Shape<"DealCard">, "account" | "amount">;
  pipeline: Shape<"Pipeline">;
  draft: GateDraft;
  onDraft: (draft: GateDraft) => void;
  mayApprove: boolean;
}

// The inputs that answer one criterion, in place.
export function CriterionField(props: FieldProps) {
  const { t } = useT();
  const { criterion, mayApprove } = props;
  switch (criterion.kind) {
    case "field_known":
      return <KnownField {...props} />;
    case "amount_at_least":
      return <AmountField {...props} />;
    case "bant_level":
      return <BantField {...props} />;
    case "checklist":
      return <ChecklistField {...props} />;
    case "activity_done":
      return <ActivityField {...props} />;
    case "role_filled":
      return <RoleField {...props} />;
    case "approval":
      return (
        <>
          {mayApprove && <ApprovalField {...props} />}
          <AskField {...props} />
        </>
      );
    case "custom_known":
    case "custom_equals":
    case "custom_at_least":
      return <CustomCriterionField {...props} />;
    case "objections_settled":
      return <p className="soft">{t("gate.answerObjections")}</p>;
    case "all":
    case "any":
      return <CompositeField {...props} />;
  }
}

// Where the field is not this person's to change, somebody else answers.
function CustomCriterionField({ criterion, pipeline, draft, onDraft }: FieldProps) {
  const { t, local } = useT();
  const { user } = useMe();
  const key = criterion.custom_field ?? "";
  const field = useCustomFields().find((each) => each.key === key);
  const access = field && accessOf(field, user.role, pipeline.id);
  if (!field || field.archived || access === "hidden" || access === "readonly")
    return <p className="soft">{t("gate.elsewhere")}</p>;
  const { fields } = draft;
  return (
    <CustomValueInput
      field={field}
      label={local(field.label)}
      value={fields.fields?.[key]}
      onChange={(value) =>
        onDraft({ ...draft, fields: { ...fields, fields: { ...fields.fields, [key]: value } } })
      }
    />
  );
}

function CompositeField(props: FieldProps) {
  const { t, local } = useT();
  return (
    <div className="form">
      {props.criterion.kind === "any" && <p className="faint">{t("gate.anyOf")}</p>}
      {(props.criterion.items ?? []).map((item) => (
        <div key={item.key}>
          {item.kind !== "checklist" && <div className="eyebrow">{local(item.label)}</div>}
          <CriterionField {...props} criterion={item} />
        </div>
      ))}
    </div>
  );
}

function AmountField({ criterion, deal, draft, onDraft }: FieldProps) {
  const { local } = useT();
  const own = useCurrency();
  const currency = deal.amount?.currency ?? own;
  return (
    <MoneyInput
      aria-label={local(criterion.label)}
      currency={currency}
      value={draft.fields.amount ?? deal.amount}
      onChange={(amount) => onDraft({ ...draft, fields: { ...draft.fields, amount } })}
    />
  );
}

function KnownField(props: FieldProps) {
  const { criterion, pipeline, draft, onDraft } = props;
  const { t, local } = useT();
  const label = local(criterion.label);
  const set = (fields: GateDraft["fields"]) =>
    onDraft({ ...draft, fields: { ...draft.fields, ...fields } });
  if (criterion.field === "contact") return <RoleField {...props} />;
  if (criterion.field === "next_step") return <NextStepField {...props} />;
  switch (patchName(criterion.field)) {
    case "amount":
      return <AmountField {...props} />;
    case "expected_close":
      return (
        <TextInput
          type="date"
          aria-label={label}
          value={draft.fields.expected_close ?? ""}
          onChange={(event) => set({ expected_close: event.target.value || null })}
        />
      );
    case "source":
      return (
        <Picker
          label={label}
          hideLabel
          empty={t("common.choose")}
          options={pipeline.sources.map((each) => ({ value: each.key, label: local(each.label) }))}
          value={draft.fields.source}
          onChange={(source) => set({ source: source ?? "" })}
        />
      );
    case "account_id":
      return <AccountField {...props} />;
    case "product_lines":
      return <ProductField {...props} />;
    case "pains":
      return (
        <Textarea
          autosize
          minRows={2}
          aria-label={label}
          placeholder={t("deal.painsHint")}
          value={draft.fields.pains ?? ""}
          onChange={(event) => set({ pains: event.target.value })}
        />
      );
    case "competitor":
      return (
        <TextInput
          aria-label={label}
          value={draft.fields.competitor ?? ""}
          onChange={(event) => set({ competitor: event.target.value })}
        />
      );
    default:
      return <p className="soft">{t("gate.elsewhere")}</p>;
  }
}

function AccountField({ criterion, draft, onDraft }: FieldProps) {
  const { t, local } = useT();
  const accounts = useAccounts("");
  return (
    <Picker
      label={local(criterion.label)}
      hideLabel
      empty={t("common.choose")}
      options={accounts.map((account) => ({ value: String(account.id), label: account.name }))}
      value={draft.fields.account_id ? String(draft.fields.account_id) : null}
      onChange={(id) =>
        onDraft({ ...draft, fields: { ...draft.fields, account_id: id ? Number(id) : null } })
      }
    />
  );
}

function ProductField({ criterion, draft, onDraft }: FieldProps) {
  const { t, local } = useT();
  const products = useProducts();
  const chosen = draft.fields.product_lines?.[0]?.product_id;
  return (
    <Picker
      label={local(criterion.label)}
      hideLabel
      empty={t("common.choose")}
      options={products.map((product) => ({ value: String(product.id), label: product.name }))}
      value={chosen ? String(chosen) : null}
      onChange={(id) =>
        onDraft({
          ...draft,
          fields: {
            ...draft.fields,
            product_lines: id ? [{ product_id: Number(id), quantity: 1 }] : [],
          },
        })
      }
    />
  );
}

function BantField(props: FieldProps) {
  const { t } = useT();
  const elements = elementsOf(props.criterion);
  return (
    <div className="form">
      {elements.map((element) => (
        <div key={element}>
          {elements.length > 1 && <div className="eyebrow">{t(`bant.${element}`)}</div>}
          <BantElementField {...props} element={element} />
        </div>
      ))}
    </div>
  );
}

function BantElementField({
  element,
  draft,
  onDraft,
}: FieldProps & { element: Shape<"BantElement"> }) {
  const { t } = useT();
  const answer = draft.bant[element] ?? { level: "unknown" as const, evidence: "", date: today() };
  const set = (change: Partial<Shape<"BantAnswerInput">>) =>
    onDraft({ ...draft, bant: { ...draft.bant, [element]: { ...answer, ...change } } });
  return (
    <div className="form-row">
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t(`bant.${element}`)}
        data={(["unknown", "weak", "confirmed"] as const).map((level) => ({
          value: level,
          label: t(`bant.levels.${level}`),
        }))}
        value={answer.level}
        onChange={(level) => set({ level: level as Shape<"BantLevel"> })}
      />
      <TextInput
        aria-label={`${t(`bant.${element}`)}: ${t("bant.evidence")}`}
        placeholder={t("bant.evidenceHint")}
        value={answer.evidence}
        onChange={(event) => set({ evidence: event.target.value })}
      />
    </div>
  );
}

function ChecklistField({ criterion, draft, onDraft }: FieldProps) {
  const { local } = useT();
  const item = criterion.key;
  return (
    <Checkbox
      label={local(criterion.label)}
      checked={draft.checklist[item] ?? false}
      onChange={(event) =>
        onDraft({ ...draft, checklist: { ...draft.checklist, [item]: event.target.checked } })
      }
    />
  );
}

function ActivityField({ criterion, draft, onDraft }: FieldProps) {
  const { t } = useT();
  const activity = draft.activities[criterion.key] ?? {
    kind: criterion.activity_kind ?? "call",
    direction: criterion.direction ?? null,
    subject: "",
    date: today(),
  };
  const set = (change: Partial<typeof activity>) =>
    onDraft({
      ...draft,
      activities: { ...draft.activities, [criterion.key]: { ...activity, ...change } },
    });
  return (
    <div className="form-row">
      <TextInput
        label={t("activity.whatHappened", { kind: t(`activity.kinds.${activity.kind}`) })}
        placeholder={t("activity.subjectHint")}
        value={activity.subject}
        onChange={(event) => set({ subject: event.target.value })}
      />
      <TextInput
        type="date"
        label={t("activity.when")}
        max={today()}
        value={activity.date}
        onChange={(event) => set({ date: event.target.value })}
      />
    </div>
  );
}

function RoleField({ criterion, deal, draft, onDraft }: FieldProps) {
  const { t } = useT();
  const wantsReach = criterion.field === "contact";
  const contacts = useContacts(deal.account?.id ?? null).filter(
    (contact) => !wantsReach || contact.phone || contact.email,
  );
  const role = draft.roles[criterion.key] ?? {
    role: criterion.role ?? "influencer",
    contactId: null,
    name: "",
    reach: "",
  };
  const set = (change: Partial<typeof role>) =>
    onDraft({ ...draft, roles: { ...draft.roles, [criterion.key]: { ...role, ...change } } });
  return (
    <div className="form-row">
      {contacts.length > 0 && (
        <Picker
          label={t("committee.known")}
          empty={t("committee.someoneNew")}
          options={contacts.map((contact) => ({
            value: String(contact.id),
            label: contact.title ? `${contact.name} · ${contact.title}` : contact.name,
          }))}
          value={role.contactId ? String(role.contactId) : null}
          onChange={(id) => set({ contactId: id ? Number(id) : null })}
        />
      )}
      {role.contactId === null && (
        <TextInput
          label={t("committee.newName")}
          value={role.name}
          onChange={(event) => set({ name: event.target.value })}
        />
      )}
      {role.contactId === null && criterion.field === "contact" && (
        <TextInput
          label={t("committee.reach")}
          value={role.reach}
          onChange={(event) => set({ reach: event.target.value })}
        />
      )}
    </div>
  );
}

function NextStepField({ draft, onDraft }: FieldProps) {
  const { t } = useT();
  const step = draft.nextStep ?? { kind: "call" as const, subject: "", date: addDays(today(), 1) };
  const set = (change: Partial<typeof step>) =>
    onDraft({ ...draft, nextStep: { ...step, ...change } });
  return (
    <div className="form-row">
      <TextInput
        label={t("step.what")}
        placeholder={t("step.whatHint")}
        value={step.subject}
        onChange={(event) => set({ subject: event.target.value })}
      />
      <TextInput
        type="date"
        label={t("step.due")}
        value={step.date}
        onChange={(event) => set({ date: event.target.value })}
      />
    </div>
  );
}

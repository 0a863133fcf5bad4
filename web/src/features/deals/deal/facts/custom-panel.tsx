import { IconExternalLink } from "@tabler/icons-react";
import { useCustomFields } from "@/api/custom-fields/custom-fields";
import { useCurrency } from "@/api/pipeline/pipelines";
import { useMe } from "@/api/team/me";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import fields from "@/components/inline-field.module.css";
import { MoneyInput } from "@/components/money-input";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { useFieldChange, InlinePick } from "@/features/deals/deal/facts/fact-fields";
import classes from "@/features/deals/deal/facts/facts-panel.module.css";
import {
  type Editing,
  InlineField,
  InlineForm,
  InlineText,
} from "@/features/deals/deal/inline-field";
import { useT } from "@/i18n";
import {
  accessOf,
  type CustomField,
  type FieldValue,
  typedNumber,
  valueText,
} from "@/lib/custom-fields";
import { useDraft } from "@/lib/draft";

type Deal = Shape<"DealDetail">;
type Change = (value: FieldValue | null, base: Deal) => Promise<boolean>;

// The organisation's own fields, in their order; those that nobody defined take no room.
export function CustomPanel() {
  const { t, local } = useT();
  const { deal } = useDealPage();
  const { user } = useMe();
  const shown = useCustomFields()
    .map((field) => ({ field, access: accessOf(field, user.role, deal.pipeline_id) }))
    .filter(({ field, access }) => {
      if (access === "hidden") return false;
      return !field.archived || deal.fields[field.key] !== undefined;
    });
  if (shown.length === 0) return null;
  return (
    <section className="panel" aria-labelledby="custom-fields">
      <div className="panel-head">
        <h2 className="section-title" id="custom-fields">
          {t("customFields.onDeal")}
        </h2>
      </div>
      <dl className={classes.factList}>
        {shown.map(({ field, access }) => (
          <div
            key={field.key}
            className={classes.fact}
            data-wide={field.kind === "text" || field.kind === "link" || undefined}
          >
            <dt title={local(field.help) || undefined}>
              {local(field.label)}
              {access === "required" && <span aria-hidden> *</span>}
            </dt>
            <dd>
              <CustomFact field={field} readOnly={access === "readonly"} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function useValueText(field: CustomField) {
  const words = useT();
  const users = useUsers();
  return (value: FieldValue | null | undefined) => valueText(field, value, { ...words, users });
}

function CustomFact({ field, readOnly }: { field: CustomField; readOnly: boolean }) {
  const { t, local } = useT();
  const { deal } = useDealPage();
  const change = useFieldChange();
  const text = useValueText(field);
  const { key } = field;
  const value = deal.fields[key];
  const label = local(field.label);
  if (readOnly || field.archived || field.kind === "formula")
    return (
      <span className={fields.inlineRead}>
        {text(value) ?? <span className="faint">{t("common.notSet")}</span>}
        <Visit kind={field.kind} value={value} label={label} />
      </span>
    );
  const save: Change = (next, base) => {
    const { [key]: _, ...others } = base.fields;
    return change(
      label,
      { fields: { [key]: next } },
      { fields: next === null ? others : { ...others, [key]: next } },
      (found) => text(found.fields[key]),
      base,
    );
  };
  return (
    <>
      <Editor field={field} label={label} value={value} display={text(value)} save={save} />
      <Visit kind={field.kind} value={value} label={label} />
    </>
  );
}

// A way to where a link leads, beside its editor.
function Visit({
  kind,
  value,
  label,
}: {
  kind: CustomField["kind"];
  value: FieldValue | undefined;
  label: string;
}) {
  const { t } = useT();
  // The server keeps no other schemes; should one be stored all the same, it leads nowhere.
  if (kind !== "link" || typeof value !== "string" || !/^(https?:\/\/|mailto:)/.test(value))
    return null;
  return (
    <a
      href={value}
      target="_blank"
      rel="noopener noreferrer"
      aria-label={t("customFields.visit", { field: label })}
    >
      <IconExternalLink size={14} stroke={1.8} aria-hidden />
    </a>
  );
}

interface EditorProps {
  field: CustomField;
  label: string;
  value: FieldValue | undefined;
  display: string | null;
  save: Change;
}

function Editor(props: EditorProps) {
  const { t, local } = useT();
  const users = useUsers();
  const { field, label, value, display, save } = props;
  const name = `custom-${field.key}`;
  const pick = (options: { value: string; label: string }[], read: (key: string) => FieldValue) => (
    <InlinePick
      name={name}
      label={label}
      value={value === undefined ? null : String(value)}
      display={display}
      options={options}
      empty={t("common.none")}
      onSave={(chosen, base) => save(chosen === null ? null : read(chosen), base)}
    />
  );
  switch (field.kind) {
    case "choice":
      return pick(
        offered(field, value).map((each) => ({ value: each.key, label: local(each.label) })),
        (key) => key,
      );
    case "yes_no":
      return pick(
        [
          { value: "true", label: t("customFields.yes") },
          { value: "false", label: t("customFields.no") },
        ],
        (key) => key === "true",
      );
    case "user":
      return pick(
        users
          .filter((user) => user.active || user.id === value)
          .map((user) => ({ value: String(user.id), label: user.name })),
        Number,
      );
    case "choices":
      return <ChoicesFact {...props} name={name} />;
    case "money":
      return <MoneyFact {...props} name={name} />;
    default:
      return (
        <InlineText
          name={name}
          label={label}
          type={field.kind === "date" ? "date" : "text"}
          value={value === undefined ? null : String(value)}
          display={display}
          onSave={(typed, base) => {
            if (!typed) return save(null, base);
            return save(field.kind === "number" ? typedNumber(typed) : typed, base);
          }}
        />
      );
  }
}

// The choices there are now, and an archived one where it is chosen.
const offered = (field: CustomField, value: FieldValue | undefined) =>
  field.choices.filter(
    ({ key, archived }) =>
      !archived || value === key || (Array.isArray(value) && value.includes(key)),
  );

function ChoicesFact({ name, label, display, ...rest }: EditorProps & { name: string }) {
  return (
    <InlineField name={name} label={label} display={display}>
      {(editing) => <ChoicesEditor {...rest} label={label} editing={editing} />}
    </InlineField>
  );
}

function ChoicesEditor({
  field,
  label,
  value,
  save,
  editing,
}: Omit<EditorProps, "display"> & { editing: Editing }) {
  const { local } = useT();
  const [chosen, setChosen] = useDraft<string[]>(editing.draft, Array.isArray(value) ? value : []);
  return (
    <InlineForm
      editing={editing}
      onClose={editing.close}
      onSave={(base) => save(chosen.length > 0 ? chosen : null, base)}
    >
      <fieldset className={classes.choices}>
        <legend className="sr-only">{label}</legend>
        {offered(field, value).map((choice, at) => (
          <label key={choice.key}>
            <input
              type="checkbox"
              autoFocus={at === 0}
              checked={chosen.includes(choice.key)}
              onChange={(event) =>
                setChosen(
                  event.target.checked
                    ? [...chosen, choice.key]
                    : chosen.filter((each) => each !== choice.key),
                )
              }
            />
            {local(choice.label)}
          </label>
        ))}
      </fieldset>
    </InlineForm>
  );
}

function MoneyFact({ name, label, display, ...rest }: EditorProps & { name: string }) {
  return (
    <InlineField name={name} label={label} display={display}>
      {(editing) => <MoneyEditor {...rest} label={label} editing={editing} />}
    </InlineField>
  );
}

function MoneyEditor({
  label,
  value,
  save,
  editing,
}: Omit<EditorProps, "display"> & { editing: Editing }) {
  const currency = useCurrency();
  const stored = typeof value === "object" && !Array.isArray(value) ? value : null;
  const [amount, setAmount] = useDraft<Shape<"Money"> | null>(
    editing.draft,
    stored && { minor: stored.minor, currency: stored.currency ?? currency },
  );
  return (
    <InlineForm editing={editing} onClose={editing.close} onSave={(base) => save(amount, base)}>
      <MoneyInput
        aria-label={label}
        autoFocus
        currency={stored?.currency ?? currency}
        value={amount}
        onChange={setAmount}
      />
    </InlineForm>
  );
}

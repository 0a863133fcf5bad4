import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { Shape } from "@/api/types";
import classes from "@/components/inline-field.module.css";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { useT } from "@/i18n";
import { forgetDraft, hasDraft, useDraft } from "@/lib/draft";

type Deal = Shape<"DealDetail">;
// Saves what was typed over the deal as it was when the editor opened.
export type Save<Value> = (value: Value, base: Deal) => Promise<boolean>;

export interface Editing {
  close: () => void;
  // Where a save failed: what was typed stands in the editor again.
  reopen: () => void;
  draft: string;
}

// A value that turns into its editor where it stands. Enter saves, Escape leaves it as it was; what
// was typed and not saved is there again after a reload.
export function InlineField({
  name,
  label,
  display,
  empty,
  children,
}: {
  name: string;
  label: string;
  display: ReactNode;
  // What stands there while there is no value.
  empty?: string;
  children: (editing: Editing) => ReactNode;
}) {
  const { t } = useT();
  const { mayWrite, draftKey } = useDealPage();
  const draft = draftKey(name);
  const [editing, setEditing] = useState(() => hasDraft(draft));
  const [left, setLeft] = useState(false);
  const close = () => {
    setLeft(true);
    setEditing(false);
  };
  if (editing && mayWrite)
    return (
      // Escape is heard here for whatever editor is inside.
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
      <div
        className={classes.editor}
        onKeyDown={(event) => {
          if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
          forgetDraft(draft);
          close();
        }}
      >
        {children({ close, reopen: () => setEditing(true), draft })}
      </div>
    );
  const nothing = display === null || display === undefined || display === "";
  const shown = nothing ? <span className="faint">{empty ?? t("common.notSet")}</span> : display;
  if (!mayWrite) return <span className={classes.inlineRead}>{shown}</span>;
  return (
    <button
      type="button"
      className={classes.inline}
      // Whoever left the editor by the keyboard stands where it was.
      autoFocus={left}
      onClick={() => setEditing(true)}
      aria-label={`${label}: ${typeof display === "string" && display ? display : nothing ? t("common.notSet") : ""} – ${t("common.edit")}`}
    >
      {shown}
      <IconPencil size={13} stroke={1.8} className={classes.pencil} aria-hidden />
    </button>
  );
}

export function EditorButtons({
  onCancel,
  busy,
  disabled,
}: {
  onCancel: () => void;
  busy: boolean;
  disabled?: boolean;
}) {
  const { t } = useT();
  return (
    <div className={classes.editorButtons}>
      <button type="submit" className="button-primary" disabled={busy || disabled}>
        {t("common.save")}
      </button>
      <button type="button" className="button-plain" onClick={onCancel}>
        {t("common.cancel")}
      </button>
    </div>
  );
}

// The form of every inline editor: what it holds, saved once. With `editing` the page shows what was
// typed at once and the editor comes back where that could not be saved; without, it stays open
// until the server has answered. Ctrl-Enter saves from a text of several lines too.
export function InlineForm({
  children,
  onSave,
  onClose,
  editing,
  draft,
  disabled,
}: {
  children: ReactNode;
  onSave: (base: Deal) => Promise<boolean>;
  onClose: () => void;
  editing?: Editing;
  draft?: string;
  disabled?: boolean;
}) {
  const { deal } = useDealPage();
  const [base] = useState(deal);
  const [busy, setBusy] = useState(false);
  const kept = editing?.draft ?? draft;
  const forget = () => {
    if (kept) forgetDraft(kept);
  };
  const submit = async () => {
    setBusy(true);
    const saving = onSave(base);
    editing?.close();
    const saved = await saving;
    setBusy(false);
    if (saved) forget();
    if (!editing && saved) onClose();
    if (editing && !saved) editing.reopen();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={classes.inlineForm}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !busy && !disabled)
          event.currentTarget.requestSubmit();
      }}
    >
      {children}
      <EditorButtons
        onCancel={() => {
          forget();
          onClose();
        }}
        busy={busy}
        disabled={disabled ?? false}
      />
    </form>
  );
}

export function InlineText({
  name,
  label,
  value,
  display,
  type = "text",
  required = false,
  multiline = false,
  onSave,
}: {
  name: string;
  label: string;
  value: string | null;
  display?: string | null;
  type?: "text" | "date" | "number";
  required?: boolean;
  multiline?: boolean;
  onSave: Save<string>;
}) {
  return (
    <InlineField name={name} label={label} display={display ?? value}>
      {(editing) => (
        <TextEditor
          {...{ label, value: value ?? "", type, required, multiline, onSave, editing }}
        />
      )}
    </InlineField>
  );
}

function TextEditor({
  label,
  value,
  type,
  required,
  multiline,
  onSave,
  editing,
}: {
  label: string;
  value: string;
  type: string;
  required: boolean;
  multiline: boolean;
  onSave: Save<string>;
  editing: Editing;
}) {
  const [text, setText] = useDraft(editing.draft, value);
  const shared = { "aria-label": label, value: text, required, className: classes.input };
  return (
    <InlineForm
      editing={editing}
      onSave={(base) => onSave(text.trim(), base)}
      onClose={editing.close}
    >
      {multiline ? (
        <textarea
          {...shared}
          rows={4}
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          type={type}
          {...(type === "number" ? { min: 0, max: 100 } : {})}
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </InlineForm>
  );
}

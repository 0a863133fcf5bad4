import { IconPencil } from "@tabler/icons-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import classes from "@/components/inline-field.module.css";
import { Picker, type PickerOption } from "@/components/picker";
import { useT } from "@/i18n";

// Whether the fields below may be changed by who looks at them.
export const MayEdit = createContext(false);

// A value that turns into its editor where it stands. Enter saves, Escape leaves it as it was.
export function InlineField({
  label,
  display,
  empty,
  children,
}: {
  label: string;
  display: ReactNode;
  // What stands there while there is no value.
  empty?: string;
  children: (close: () => void) => ReactNode;
}) {
  const { t } = useT();
  const mayEdit = useContext(MayEdit);
  const [editing, setEditing] = useState(false);
  const close = () => setEditing(false);
  if (editing)
    return (
      // Escape is heard here for whatever editor is inside.
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
      <div
        className={classes.editor}
        onKeyDown={(event) => {
          if (event.key === "Escape" && !event.nativeEvent.isComposing) close();
        }}
      >
        {children(close)}
      </div>
    );
  const nothing = display === null || display === undefined || display === "";
  const shown = nothing ? <span className="faint">{empty ?? t("common.notSet")}</span> : display;
  if (!mayEdit) return <span className={classes.inlineRead}>{shown}</span>;
  return (
    <button
      type="button"
      className={classes.inline}
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

// The form of every inline editor: what it holds, saved once.
export function InlineForm({
  children,
  onSave,
  onClose,
  disabled,
}: {
  children: ReactNode;
  onSave: () => Promise<boolean>;
  onClose: () => void;
  disabled?: boolean;
}) {
  const [busy, setBusy] = useState(false);
  return (
    <form
      className={classes.inlineForm}
      onSubmit={async (event) => {
        event.preventDefault();
        setBusy(true);
        const saved = await onSave();
        setBusy(false);
        if (saved) onClose();
      }}
    >
      {children}
      <EditorButtons onCancel={onClose} busy={busy} disabled={disabled ?? false} />
    </form>
  );
}

export function InlineText({
  label,
  value,
  display,
  type = "text",
  required = false,
  multiline = false,
  onSave,
}: {
  label: string;
  value: string | null;
  display?: string | null;
  type?: "text" | "date";
  required?: boolean;
  multiline?: boolean;
  onSave: (value: string) => Promise<boolean>;
}) {
  return (
    <InlineField label={label} display={display ?? value}>
      {(close) => (
        <TextEditor
          {...{ label, value: value ?? "", type, required, multiline, onSave, onClose: close }}
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
  onClose,
}: {
  label: string;
  value: string;
  type: string;
  required: boolean;
  multiline: boolean;
  onSave: (value: string) => Promise<boolean>;
  onClose: () => void;
}) {
  const [text, setText] = useState(value);
  const shared = { "aria-label": label, value: text, required, className: classes.input };
  return (
    <InlineForm onSave={() => onSave(text.trim())} onClose={onClose}>
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
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </InlineForm>
  );
}

export function InlinePick({
  label,
  value,
  display,
  options,
  empty,
  onSave,
}: {
  label: string;
  value: string | null;
  display: string | null | undefined;
  options: PickerOption[];
  empty?: string;
  onSave: (value: string | null) => Promise<boolean>;
}) {
  return (
    <InlineField label={label} display={display ?? null}>
      {(close) => (
        <Picker
          label={label}
          hideLabel
          value={value}
          options={options}
          {...(empty !== undefined ? { empty } : value ? {} : { empty: "–" })}
          onChange={(chosen) => {
            if (chosen !== value) void onSave(chosen);
            close();
          }}
        />
      )}
    </InlineField>
  );
}

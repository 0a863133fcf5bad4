import { useId, useRef, useState } from "react";
import { useUsers } from "@/api/team/users";
import fields from "@/components/inline-field.module.css";
import { matching, namedBefore, withMention } from "@/features/deals/deal/notes/mention-picker";
import classes from "@/features/deals/deal/notes/notes-panel.module.css";
import { useT } from "@/i18n";

// A text in Markdown. An at sign offers the people to mention: arrow keys choose, Enter or Tab takes.
export function NoteEditor({ text, onText }: { text: string; onText: (text: string) => void }) {
  const { t } = useT();
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const users = useUsers().filter((user) => user.active);
  const [cursor, setCursor] = useState(0);
  const [chosen, setChosen] = useState(0);
  const [closed, setClosed] = useState(false);
  const named = closed ? null : namedBefore(text, cursor);
  const people = named ? matching(users, named.query) : [];
  const open = people.length > 0;
  const current = Math.min(chosen, people.length - 1);

  const take = (person: { id: number; name: string }) => {
    if (!named) return;
    const next = withMention(text, cursor, named.at, person);
    onText(next.text);
    setCursor(next.cursor);
    setChosen(0);
    // Once the new text stands in the field, the cursor goes behind the mention.
    requestAnimationFrame(() => {
      area.current?.focus();
      area.current?.setSelectionRange(next.cursor, next.cursor);
    });
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (!open || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
    const person = people[current];
    const handled: Record<string, () => void> = {
      ArrowDown: () => setChosen((current + 1) % people.length),
      ArrowUp: () => setChosen((current + people.length - 1) % people.length),
      Enter: () => person && take(person),
      Tab: () => person && take(person),
      Escape: () => setClosed(true),
    };
    const act = handled[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className={classes.editor}>
      <textarea
        ref={area}
        className={fields.input}
        rows={4}
        maxLength={20_000}
        aria-label={t("notes.text")}
        placeholder={t("notes.hint")}
        aria-haspopup="listbox"
        aria-controls={`${id}-people`}
        aria-autocomplete="list"
        aria-activedescendant={open ? `${id}-${current}` : undefined}
        value={text}
        onChange={(event) => {
          onText(event.target.value);
          setCursor(event.target.selectionStart);
          setClosed(false);
        }}
        onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
      />
      <div
        id={`${id}-people`}
        className={classes.people}
        role="listbox"
        aria-label={t("notes.people")}
        hidden={!open}
      >
        {people.map((person, index) => (
          // The keyboard chooses in the field, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={person.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === current}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(person)}
          >
            {person.name}
          </div>
        ))}
      </div>
    </div>
  );
}

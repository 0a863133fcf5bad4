import { IconSearch, IconX } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import classes from "@/components/quick-search.module.css";
import { useT } from "@/i18n";

const typingMs = 250;

// Follows the typing after a short rest; waits while an input method composes.
export function QuickSearch({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const { t } = useT();
  const [text, setText] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const sent = useRef(value);
  useEffect(() => {
    if (value !== sent.current) setText((sent.current = value));
  }, [value]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const send = (typed: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => onChange((sent.current = typed.trim())), typingMs);
  };
  return (
    <div className={classes.search}>
      <IconSearch size={15} stroke={1.8} aria-hidden />
      <input
        type="search"
        aria-label={label}
        placeholder={label}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          if (!(event.nativeEvent as InputEvent).isComposing) send(event.target.value);
        }}
        onCompositionEnd={(event) => send(event.currentTarget.value)}
      />
      {text && (
        <button
          type="button"
          aria-label={t("filters.clearSearch")}
          onClick={() => {
            setText("");
            onChange((sent.current = ""));
          }}
        >
          <IconX size={14} />
        </button>
      )}
    </div>
  );
}

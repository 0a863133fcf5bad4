import { keyCaps } from "@/lib/shortcuts";

export function KeyCaps({ shortcut }: { shortcut: string }) {
  return (
    <span className="keys">
      {keyCaps(shortcut).map((cap) => (
        <kbd key={cap} className="key">
          {cap}
        </kbd>
      ))}
    </span>
  );
}

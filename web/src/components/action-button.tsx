import { KeyCaps } from "@/components/key-caps";
import type { Action } from "@/lib/actions";

// An action as a button: its icon, its words, and the key that does the same.
export function ActionButton({
  action,
  className,
  title,
}: {
  action: Action;
  className: string;
  title?: string | undefined;
}) {
  return (
    <button type="button" className={className} onClick={action.run} title={title}>
      {action.icon && <action.icon size={16} stroke={2} />}
      <span className="button-label">{action.label}</span>
      {action.shortcut && <KeyCaps shortcut={action.shortcut} />}
    </button>
  );
}

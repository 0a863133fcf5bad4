import { useEffect } from "react";
import { registry } from "@/lib/actions";
import { ShortcutReader } from "@/lib/shortcuts";

// Turns key presses into the actions that are there at that moment.
export function useKeyboard() {
  useEffect(() => {
    const reader = new ShortcutReader(registry);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const dialogOpen = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      const action = reader.read(event, dialogOpen);
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

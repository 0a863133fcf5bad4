import { describe, expect, it, vi } from "vitest";
import { type Action, ActionRegistry } from "@/lib/actions";
import { chordOf, isTyping, keyCaps, ShortcutReader } from "@/lib/shortcuts";

const press = (key: string, more: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  target: document.body as EventTarget,
  ...more,
});
const action = (id: string, shortcut: string, more: Partial<Action> = {}): Action => ({
  id,
  label: id,
  group: "do",
  shortcut,
  run: () => {},
  ...more,
});

describe("the registry", () => {
  it("lets the newest layer win, and brings the old back when it goes", () => {
    const registry = new ActionRegistry();
    const heard = vi.fn();
    registry.subscribe(heard);
    registry.add([action("move", "m", { label: "old" })]);
    const remove = registry.add([action("move", "m", { label: "new" })]);
    expect(registry.find("move")?.label).toBe("new");
    remove();
    expect(registry.find("move")?.label).toBe("old");
    expect(heard).toHaveBeenCalledTimes(3);
  });

  it("offers only what applies at this moment", () => {
    const registry = new ActionRegistry();
    let may = false;
    registry.add([action("create", "c", { when: () => may })]);
    expect(registry.find("create")).toBeUndefined();
    may = true;
    expect(registry.find("create")?.id).toBe("create");
  });
});

describe("shortcuts", () => {
  const reader = () => {
    const registry = new ActionRegistry();
    registry.add([
      action("board", "g b"),
      action("create", "c"),
      action("palette", "mod+k", { everywhere: true }),
      action("undo", "mod+z"),
    ]);
    return new ShortcutReader(registry);
  };

  it("know single keys and sequences", () => {
    const keys = reader();
    expect(keys.read(press("c"), false)?.id).toBe("create");
    expect(keys.read(press("g"), false, 1000)).toBeNull();
    expect(keys.read(press("b"), false, 1500)?.id).toBe("board");
  });

  it("forget the first key of a sequence after a moment", () => {
    const keys = reader();
    keys.read(press("g"), false, 1000);
    expect(keys.read(press("b"), false, 5000)).toBeNull();
  });

  it("stay out of the way while somebody types", () => {
    const keys = reader();
    const input = document.createElement("input");
    expect(keys.read(press("c", { target: input }), false)).toBeNull();
    expect(keys.read(press("k", { target: input, ctrlKey: true }), false)?.id).toBe("palette");
    expect(keys.read(press("z", { target: input, ctrlKey: true }), false)).toBeNull();
    expect(keys.read(press("z", { ctrlKey: true }), false)?.id).toBe("undo");
    expect(isTyping(Object.assign(document.createElement("input"), { type: "checkbox" }))).toBe(
      false,
    );
  });

  it("stay out of the way while a dialog is open", () => {
    expect(reader().read(press("c"), true)).toBeNull();
  });

  it("leave composition to the input method", () => {
    expect(chordOf(press("c", { isComposing: true }))).toBeNull();
    expect(chordOf({ ...press("Process"), keyCode: 229 })).toBeNull();
  });

  it("are written on key caps", () => {
    expect(keyCaps("g b")).toEqual(["G", "B"]);
    expect(keyCaps("mod+k")).toEqual(["Ctrl", "K"]);
  });
});

import { Modal } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconBuilding, IconCoins, IconSearch, IconUser } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "@tanstack/react-router";
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { searchQuery } from "@/api/deals/search";
import classes from "@/app/palette.module.css";
import { KeyCaps } from "@/components/key-caps";
import { useT } from "@/i18n";
import { type Action, registry } from "@/lib/actions";

interface Line {
  id: string;
  group: string;
  title: string;
  subtitle?: string | null;
  shortcut?: string | undefined;
  icon?: Action["icon"] | undefined;
  run: () => void;
}

const recordIcons = { deal: IconCoins, account: IconBuilding, contact: IconUser };

// Every typed word must appear somewhere; order does not matter.
export function matches(text: string, typed: string): boolean {
  const folded = text.toLocaleLowerCase();
  return typed
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

export default function Palette({
  recordsOnly,
  onClose,
}: {
  recordsOnly: boolean;
  onClose: () => void;
}) {
  const { t } = useT();
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const [index, setIndex] = useState(0);
  const [asked] = useDebouncedValue(typed.trim(), 60);
  const found = useQuery({ ...searchQuery(asked), placeholderData: keepPreviousData });
  const listId = useId();
  const listRef = useRef<HTMLDivElement>(null);

  const lines = useMemo<Line[]>(() => {
    const open = (hit: { kind: string; id: number }) => () =>
      router.history.push(`/${hit.kind}s/${hit.id}`);
    // While the answer to the newest letters is on its way, only what fits them may be chosen.
    const stale = found.isPlaceholderData || asked !== typed.trim();
    const hits = (asked ? (found.data?.items ?? []) : []).filter(
      (hit) => !stale || matches(`${hit.title} ${hit.subtitle ?? ""}`, typed.trim()),
    );
    const records = hits.map((hit): Line => ({
      id: `${hit.kind}-${hit.id}`,
      group: t(`palette.${hit.kind}s`),
      title: hit.title,
      subtitle: hit.subtitle,
      icon: recordIcons[hit.kind],
      run: open(hit),
    }));
    if (recordsOnly) return records;
    const actions = registry
      .available()
      .filter((action) => action.id !== "palette" && matches(action.label, typed.trim()))
      .map((action): Line => ({
        id: action.id,
        group: t(action.group === "go" ? "palette.pages" : "palette.actions"),
        title: action.label,
        shortcut: action.shortcut,
        icon: action.icon,
        run: action.run,
      }))
      .sort((a, b) => a.group.localeCompare(b.group));
    return asked ? [...records, ...actions] : actions;
  }, [asked, found.data, found.isPlaceholderData, recordsOnly, router, t, typed]);

  const chosen = Math.min(index, lines.length - 1);
  useEffect(() => {
    listRef.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest" });
  }, [chosen]);

  const choose = (line: Line | undefined) => {
    if (!line) return;
    onClose();
    line.run();
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    // Enter that ends a composition belongs to the input method.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "ArrowDown") setIndex(Math.min(chosen + 1, lines.length - 1));
    else if (event.key === "ArrowUp") setIndex(Math.max(chosen - 1, 0));
    else if (event.key === "Enter") choose(lines[chosen]);
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={620}
      padding={0}
      yOffset="12vh"
      centered={false}
      attributes={{ content: { "aria-label": t("shell.palette") } }}
      transitionProps={{ duration: 80 }}
    >
      <div className={classes.field}>
        <IconSearch size={18} stroke={1.7} aria-hidden />
        <input
          className={classes.input}
          data-autofocus
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            setIndex(0);
          }}
          onKeyDown={onKeyDown}
          placeholder={t(recordsOnly ? "palette.searchHint" : "palette.hint")}
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={lines[chosen] ? `${listId}-${chosen}` : undefined}
          aria-label={t("shell.search")}
        />
      </div>
      <div
        className={classes.list}
        id={listId}
        role="listbox"
        aria-label={t("palette.results")}
        ref={listRef}
      >
        {lines.map((line, at) => {
          const head = lines[at - 1]?.group === line.group ? null : line.group;
          return (
            <div key={line.id} role="presentation">
              {head && (
                <div className={classes.group} role="presentation">
                  {head}
                </div>
              )}
              {/* The keyboard lives in the input above, which names the active option. */}
              {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events */}
              <div
                id={`${listId}-${at}`}
                role="option"
                tabIndex={-1}
                aria-selected={at === chosen}
                className={classes.line}
                onMouseMove={() => setIndex(at)}
                onClick={() => choose(line)}
              >
                {line.icon ? (
                  <line.icon size={17} stroke={1.7} />
                ) : (
                  <span className={classes.blank} />
                )}
                <span className={classes.title}>{line.title}</span>
                {line.subtitle && <span className={classes.subtitle}>{line.subtitle}</span>}
                {line.shortcut && <KeyCaps shortcut={line.shortcut} />}
              </div>
            </div>
          );
        })}
      </div>
      {lines.length === 0 && (
        <p className={classes.empty} role="status">
          {asked ? t("palette.nothing") : t("palette.type")}
        </p>
      )}
    </Modal>
  );
}

import { Button, Modal } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconColumns3 } from "@tabler/icons-react";
import { useState } from "react";
import classes from "@/components/lists/lists.module.css";
import { useT } from "@/i18n";

export interface ColumnChoice {
  name: string;
  label: string;
}

// Which columns a list shows, and in which order. The first of `all` names the record and stays.
export function ColumnChooser({
  all,
  shown,
  byItself,
  onChange,
}: {
  all: ColumnChoice[];
  shown: string[];
  // Those of the list by itself.
  byItself: readonly string[];
  onChange: (columns: string[]) => void;
}) {
  const { t } = useT();
  const [open, setOpen] = useState(false);
  const first = all[0]!.name;
  // Those shown in their order, then the others.
  const order = [
    ...shown.flatMap((name) => all.filter((each) => each.name === name)),
    ...all.filter((each) => !shown.includes(each.name)),
  ];
  const toggle = (name: string) =>
    onChange(shown.includes(name) ? shown.filter((each) => each !== name) : [...shown, name]);
  const move = (name: string, by: 1 | -1) => {
    const from = shown.indexOf(name);
    const moved = shown.filter((each) => each !== name);
    moved.splice(from + by, 0, name);
    onChange(moved);
  };
  return (
    <>
      <button type="button" className="button-plain" onClick={() => setOpen(true)}>
        <IconColumns3 size={16} stroke={1.8} aria-hidden />
        {t("lists.columns")}
      </button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t("lists.columns")}
        size="sm"
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        <ul className={classes.columns}>
          {order.map(({ name, label }) => {
            const at = shown.indexOf(name);
            return (
              <li key={name}>
                <label>
                  <input
                    type="checkbox"
                    checked={at >= 0}
                    disabled={name === first}
                    onChange={() => toggle(name)}
                  />
                  {label}
                </label>
                {at > 0 && (
                  <>
                    <button
                      type="button"
                      className="button-link"
                      aria-label={t("lists.columnUp", { column: label })}
                      disabled={at === 1}
                      onClick={() => move(name, -1)}
                    >
                      <IconArrowUp size={16} />
                    </button>
                    <button
                      type="button"
                      className="button-link"
                      aria-label={t("lists.columnDown", { column: label })}
                      disabled={at === shown.length - 1}
                      onClick={() => move(name, 1)}
                    >
                      <IconArrowDown size={16} />
                    </button>
                  </>
                )}
              </li>
            );
          })}
        </ul>
        <div className="form-actions">
          <Button variant="default" onClick={() => onChange([...byItself])}>
            {t("lists.columnsReset")}
          </Button>
          <Button onClick={() => setOpen(false)}>{t("common.close")}</Button>
        </div>
      </Modal>
    </>
  );
}

import { IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { type Localized, replaced, without } from "@/features/pipelines/edit-pipeline";
import { LocalizedField } from "@/components/localized-field";
import classes from "@/features/pipelines/pipelines.module.css";
import { useT } from "@/i18n";

// A list of texts that can grow and shrink.
export function LocalizedList<T>({
  title,
  entry,
  items,
  textOf,
  withText,
  make,
  errorAt,
  onChange,
}: {
  title: ReactNode;
  // What one of them is called.
  entry: string;
  items: T[];
  textOf: (item: T) => Localized;
  withText: (item: T, text: Localized) => T;
  make: () => T;
  errorAt?: (index: number) => string | undefined;
  onChange: (items: T[]) => void;
}) {
  const { t } = useT();
  return (
    <div className={classes.list}>
      <div className={classes.listHead}>{title}</div>
      {items.map((item, index) => (
        <div key={index} className={classes.listRow}>
          <LocalizedField
            label={`${entry} ${index + 1}`}
            value={textOf(item)}
            error={errorAt?.(index)}
            onChange={(text) => onChange(replaced(items, index, withText(item, text)))}
          />
          <button
            type="button"
            className={classes.icon}
            aria-label={t("pipelines.removeEntry", { entry: `${entry} ${index + 1}` })}
            onClick={() => onChange(without(items, index))}
          >
            <IconX size={16} />
          </button>
        </div>
      ))}
      <button type="button" className="button-link" onClick={() => onChange([...items, make()])}>
        <IconPlus size={15} />
        {t("pipelines.addEntry", { entry })}
      </button>
    </div>
  );
}

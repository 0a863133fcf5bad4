import type { ReactNode } from "react";
import classes from "@/components/headline.module.css";
import { useT } from "@/i18n";

// The few numbers that a page begins with.
export function Headline({ children }: { children: ReactNode }) {
  return <dl className={classes.headline}>{children}</dl>;
}

// One of them and, as children, what it rests on; null: it cannot be told.
export function Figure({
  label,
  value,
  children,
}: {
  label: string;
  value: string | null;
  children: ReactNode;
}) {
  const { t } = useT();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <span className={`${classes.figure} num`} data-unknown={value === null || undefined}>
          {value ?? t("cycle.cannotTell")}
        </span>
        <span className="faint">{children}</span>
      </dd>
    </div>
  );
}

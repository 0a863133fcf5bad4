import type { ReactNode } from "react";
import classes from "@/components/fact-list.module.css";

// What is known of a record: a label beside each value.
export const FactList = ({ children }: { children: ReactNode }) => (
  <dl className={classes.factList}>{children}</dl>
);

export function Fact({
  label,
  wide,
  children,
}: {
  label: string;
  wide?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={classes.fact} data-wide={wide || undefined}>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

export const FactNote = ({ children }: { children: ReactNode }) => (
  <span className={classes.factNote}>{children}</span>
);

import { IconLock, IconLockOpen } from "@tabler/icons-react";
import classes from "@/components/gate-bar.module.css";
import { useT } from "@/i18n";

// How much of the stage's exit standard is met.
export function GateBar({ met, total }: { met: number; total: number }) {
  const { t } = useT();
  if (total === 0) return null;
  const open = met >= total;
  return (
    <span className={classes.bar} title={t("gate.met", { met, total })}>
      {open ? <IconLockOpen size={13} stroke={2} /> : <IconLock size={13} stroke={1.8} />}
      <span className={classes.steps} data-open={open || undefined} aria-hidden>
        {Array.from({ length: total }, (_, at) => (
          <i key={at} data-met={at < met || undefined} />
        ))}
      </span>
      <span className="num" aria-hidden>
        {met}/{total}
      </span>
      <span className="sr-only">{t("gate.met", { met, total })}</span>
    </span>
  );
}

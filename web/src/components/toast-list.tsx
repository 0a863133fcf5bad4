import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import classes from "@/components/toast-list.module.css";
import { useT } from "@/i18n";
import { toasts } from "@/lib/toast";

export function ToastList() {
  const { t } = useT();
  const shown = useSyncExternalStore(toasts.subscribe, toasts.all);
  return (
    <div
      className={classes.list}
      onMouseEnter={() => toasts.hold(true)}
      onMouseLeave={() => toasts.hold(false)}
      onFocus={() => toasts.hold(true)}
      onBlur={() => toasts.hold(false)}
    >
      {shown.map((toast) => (
        <div key={toast.id} className={classes.toast} data-tone={toast.tone} role="alert">
          {toast.tone === "problem" ? (
            <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
          ) : (
            <IconCheck size={18} stroke={2} aria-hidden />
          )}
          <div className={classes.words}>
            {toast.title && <strong>{toast.title}</strong>}
            <span>{toast.message}</span>
          </div>
          {toast.undo && (
            <button type="button" className="button-link" onClick={() => toasts.takeBack(toast)}>
              {t("common.undo")}
            </button>
          )}
          <button
            type="button"
            className={classes.close}
            aria-label={t("common.close")}
            onClick={() => toasts.close(toast.id)}
          >
            <IconX size={16} stroke={1.8} aria-hidden />
          </button>
        </div>
      ))}
    </div>
  );
}

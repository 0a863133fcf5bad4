import { useLocalStorage } from "@mantine/hooks";
import { IconWifiOff } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Outlet } from "@tanstack/react-router";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { type DialogName, Dialogs } from "@/app/dialogs";
import { Sidebar, Tabs } from "@/app/navigation";
import { useShellActions } from "@/app/shell-actions";
import classes from "@/app/shell.module.css";
import { TopBar } from "@/app/top-bar";
import { useKeyboard } from "@/app/use-keyboard";
import { PageSkeleton } from "@/components/skeleton";
import { useT } from "@/i18n";
import { serverLost, useFlag } from "@/lib/flag";
import { followLive } from "@/lib/live";

const Unsent = lazy(() => import("@/app/unsent"));

// What surrounds every page behind the sign-in.
export function Shell() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<DialogName | null>(null);
  const [folded, setFolded] = useLocalStorage({ key: "stagecoach.sidebar", defaultValue: false });
  const lost = useFlag(serverLost);
  const fold = useCallback(() => setFolded((was) => !was), [setFolded]);
  useKeyboard();
  useShellActions(setOpen, fold);
  useEffect(() => followLive(queryClient), [queryClient]);

  return (
    <div className={classes.shell} data-folded={folded || undefined}>
      <a href="#main" className={classes.skip}>
        {t("shell.skip")}
      </a>
      <Sidebar folded={folded} />
      <TopBar folded={folded} />
      <main className={classes.main} id="main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <Tabs />
      <div role="status">
        {lost && (
          <p className={classes.notice}>
            <IconWifiOff size={16} aria-hidden />
            {t("errors.serverLost")}
          </p>
        )}
      </div>
      <Suspense fallback={null}>
        <Unsent />
      </Suspense>
      <Dialogs open={open} onClose={() => setOpen(null)} />
    </div>
  );
}

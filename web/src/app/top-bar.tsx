import { IconLayoutSidebar, IconMoon, IconPlus, IconSearch, IconSun } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useMay } from "@/api/team/me";
import { useDark } from "@/app/shell-actions";
import classes from "@/app/shell.module.css";
import { useT } from "@/i18n";
import { registry } from "@/lib/actions";

const Bell = lazy(() => import("@/app/bell"));
const AccountMenu = lazy(() => import("@/app/account-menu"));

export function TopBar({ folded }: { folded: boolean }) {
  const { t, lang } = useT();
  const dark = useDark();
  const mayWrite = useMay("deals.write");
  const run = (id: string) => () => registry.find(id)?.run();
  return (
    <header className={classes.top}>
      <button
        type="button"
        className={`${classes.iconButton} ${classes.wideOnly}`}
        onClick={run("sidebar")}
        aria-label={t("shell.foldSidebar")}
        aria-expanded={!folded}
      >
        <IconLayoutSidebar size={18} stroke={1.7} />
      </button>
      <button type="button" className={classes.find} onClick={run("palette")}>
        <IconSearch size={16} stroke={1.8} />
        <span>{t("shell.searchHint")}</span>
        <kbd className={`key ${classes.wideOnly}`}>Ctrl K</kbd>
      </button>
      <div className={classes.spring} />
      {mayWrite && (
        <button type="button" className="button-primary" onClick={run("create-deal")}>
          <IconPlus size={16} stroke={2.2} />
          <span className={classes.wideOnly}>{t("deals.create.title")}</span>
          <span className="sr-only narrow-only">{t("deals.create.title")}</span>
        </button>
      )}
      <button
        type="button"
        className={`${classes.iconButton} ${classes.wideOnly}`}
        onClick={run("language")}
        aria-label={lang === "zh" ? "EN: Switch to English" : "中: 切换到简体中文"}
        lang={lang === "zh" ? "en" : "zh-CN"}
      >
        {lang === "zh" ? "EN" : "中"}
      </button>
      <button
        type="button"
        className={`${classes.iconButton} ${classes.wideOnly}`}
        onClick={run("theme")}
        aria-label={t(dark ? "shell.toLight" : "shell.toDark")}
      >
        {dark ? <IconSun size={18} stroke={1.7} /> : <IconMoon size={18} stroke={1.7} />}
      </button>
      <Suspense fallback={<span className={classes.iconButton} />}>
        <Bell />
      </Suspense>
      <Suspense fallback={<span className={classes.iconButton} />}>
        <AccountMenu dark={dark} act={run} />
      </Suspense>
    </header>
  );
}

import { Link } from "@tanstack/react-router";
import { useMe } from "@/api/team/me";
import { pagesFor } from "@/app/pages";
import classes from "@/app/shell.module.css";
import { useT } from "@/i18n";

export function Sidebar({ folded }: { folded: boolean }) {
  const { t } = useT();
  const me = useMe();
  const pages = pagesFor(me);
  return (
    <nav className={classes.side} aria-label={t("shell.pages")}>
      <Link
        to="/today"
        className={classes.brand}
        aria-label={folded ? me.organization.name : undefined}
      >
        <img src="/icon.svg" alt="" />
        <span>{me.organization.name}</span>
      </Link>
      {pages.map((page, at) => {
        const head = pages[at - 1]?.group !== page.group;
        return (
          <div key={page.to}>
            {head && <div className={classes.group}>{t(page.group)}</div>}
            <Link
              to={page.to}
              className={classes.link}
              aria-label={folded ? t(page.name) : undefined}
              title={folded ? t(page.name) : undefined}
            >
              <page.icon size={18} stroke={1.7} />
              <span>{t(page.name)}</span>
            </Link>
          </div>
        );
      })}
    </nav>
  );
}

// In place of the sidebar where there is no room for one.
export function Tabs() {
  const { t } = useT();
  const pages = pagesFor(useMe()).filter((page) => page.tab);
  return (
    <nav className={classes.tabs} aria-label={t("shell.pages")}>
      {pages.map((page) => (
        <Link key={page.to} to={page.to} className={classes.tab}>
          <page.icon size={20} stroke={1.7} />
          {t(page.name)}
        </Link>
      ))}
    </nav>
  );
}

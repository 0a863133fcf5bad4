import type { ReactNode } from "react";
import classes from "@/features/team/door.module.css";
import { setLang, useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";

// The frame of set-up and sign-in: what this is on one side, the form on the other.
export function Door({
  title,
  lead,
  children,
}: {
  title: string;
  lead: string;
  children?: ReactNode;
}) {
  const { t, lang } = useT();
  usePageTitle(title);
  return (
    <div className={classes.door}>
      <aside className={classes.pitch}>
        <div className={classes.brand}>
          <img src="/icon.svg" alt="" width={34} height={34} />
          {t("brand")}
        </div>
        <div>
          <p className={classes.claim}>{t("door.claim")}</p>
          <ol className={classes.road} aria-hidden>
            {[38, 62, 46, 88, 54].map((width, at) => (
              <li key={width} data-slow={at === 3 || undefined}>
                <i style={{ width: `${width}%` }} />
              </li>
            ))}
          </ol>
          <p className={classes.points}>{t("door.points")}</p>
        </div>
      </aside>
      <main className={classes.side}>
        <button
          type="button"
          className={classes.lang}
          onClick={() => setLang(lang === "zh" ? "en" : "zh")}
          lang={lang === "zh" ? "en" : "zh-CN"}
        >
          {lang === "zh" ? "English" : "简体中文"}
        </button>
        <div className={classes.form}>
          <h1 className={classes.title}>{title}</h1>
          <p className="soft">{lead}</p>
          {children}
        </div>
      </main>
    </div>
  );
}

import { useMantineColorScheme } from "@mantine/core";
import { useLocalStorage } from "@mantine/hooks";
import {
  IconArrowBackUp,
  IconKeyboard,
  IconLayoutSidebar,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSun,
  IconUserCog,
  IconWifiOff,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link, Outlet, useRouter } from "@tanstack/react-router";
import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { meQuery, patchMe, useMe } from "@/api/team/me";
import { signOut } from "@/api/team/session";
import type { Shape } from "@/api/types";
import { pagesFor } from "@/app/pages";
import classes from "@/app/shell.module.css";
import { PageSkeleton } from "@/components/skeleton";
import { type Lang, setLang, useT } from "@/i18n";
import { type Action, registry, useActions } from "@/lib/actions";
import { followLive } from "@/lib/live";
import { ShortcutReader } from "@/lib/shortcuts";
import { canUndo, toastProblem, undoLatest } from "@/lib/toast";

const loadPalette = () => import("@/app/palette");
const Palette = lazy(loadPalette);
const ShortcutSheet = lazy(() => import("@/app/shortcut-sheet"));
const CreateDeal = lazy(() => import("@/features/deals/create/create-deal"));
const AccountMenu = lazy(() => import("@/app/account-menu"));
const AccountDialog = lazy(() => import("@/features/team/account-dialog"));

type Open = "palette" | "search" | "shortcuts" | "create" | "account" | null;

const onlineEvents = (listener: () => void) => {
  window.addEventListener("online", listener);
  window.addEventListener("offline", listener);
  return () => {
    window.removeEventListener("online", listener);
    window.removeEventListener("offline", listener);
  };
};

function useKeyboard() {
  useEffect(() => {
    const reader = new ShortcutReader(registry);
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const dialogOpen = document.querySelector('[role="dialog"], [role="menu"]') !== null;
      const action = reader.read(event, dialogOpen);
      if (!action) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}

// Switches at once on this screen, and on the server so that its sentences follow.
export function useSwitchLang() {
  const queryClient = useQueryClient();
  return useCallback(
    (lang: Lang) => {
      setLang(lang);
      if (!queryClient.getQueryData(meQuery.queryKey)) return;
      queryClient.setQueryData<Shape<"Me"> | null>(
        meQuery.queryKey,
        (me) => me && { ...me, user: { ...me.user, lang } },
      );
      patchMe({ lang })
        .then(() => queryClient.invalidateQueries())
        .catch(toastProblem);
    },
    [queryClient],
  );
}

function useSignOut() {
  const queryClient = useQueryClient();
  const router = useRouter();
  return useCallback(async () => {
    try {
      await signOut();
    } catch (problem) {
      toastProblem(problem);
      return;
    }
    queryClient.clear();
    queryClient.setQueryData(meQuery.queryKey, null);
    await router.invalidate();
  }, [queryClient, router]);
}

export function Shell() {
  const { t, lang } = useT();
  const me = useMe();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const [folded, setFolded] = useLocalStorage({ key: "stagecoach.sidebar", defaultValue: false });
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark =
    colorScheme === "dark" ||
    (colorScheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  const online = useSyncExternalStore(onlineEvents, () => navigator.onLine);
  const switchLang = useSwitchLang();
  const leave = useSignOut();
  const shown = pagesFor(me);
  const mayWrite = me.permissions.includes("deals.write");

  useKeyboard();
  // Fetched while nothing else is to do, so that no key typed after Ctrl-K is lost.
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette(), 1500);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => followLive(queryClient), [queryClient]);

  const actions = useMemo<Action[]>(() => {
    const go = pagesFor(me).map((page): Action => ({
      id: `go:${page.to}`,
      label: t(page.name),
      group: "go",
      shortcut: page.shortcut,
      icon: page.icon,
      run: () => void router.navigate({ to: page.to }),
    }));
    return [
      ...go,
      {
        id: "palette",
        label: t("shell.palette"),
        group: "view",
        shortcut: "mod+k",
        everywhere: true,
        icon: IconSearch,
        run: () => setOpen("palette"),
      },
      {
        id: "search",
        label: t("shell.search"),
        group: "view",
        shortcut: "/",
        icon: IconSearch,
        run: () => setOpen("search"),
      },
      {
        id: "create-deal",
        label: t("deals.create.title"),
        group: "do",
        shortcut: "c",
        icon: IconPlus,
        when: () => mayWrite,
        run: () => setOpen("create"),
      },
      {
        id: "undo",
        label: t("common.undo"),
        group: "do",
        shortcut: "mod+z",
        icon: IconArrowBackUp,
        when: canUndo,
        run: undoLatest,
      },
      {
        id: "shortcuts",
        label: t("shell.shortcuts"),
        group: "view",
        shortcut: "?",
        icon: IconKeyboard,
        run: () => setOpen("shortcuts"),
      },
      {
        id: "sidebar",
        label: t("shell.foldSidebar"),
        group: "view",
        shortcut: "[",
        icon: IconLayoutSidebar,
        run: () => setFolded((was) => !was),
      },
      {
        id: "theme",
        label: t(dark ? "shell.toLight" : "shell.toDark"),
        group: "view",
        icon: dark ? IconSun : IconMoon,
        run: () => setColorScheme(dark ? "light" : "dark"),
      },
      {
        id: "language",
        label: lang === "zh" ? "Switch to English" : "切换到简体中文",
        group: "view",
        run: () => switchLang(lang === "zh" ? "en" : "zh"),
      },
      {
        id: "account",
        label: t("shell.account"),
        group: "view",
        icon: IconUserCog,
        run: () => setOpen("account"),
      },
      {
        id: "sign-out",
        label: t("shell.signOut"),
        group: "do",
        icon: IconLogout,
        run: () => void leave(),
      },
    ];
  }, [t, lang, me, router, dark, mayWrite, leave, switchLang, setFolded, setColorScheme]);
  useActions(actions);
  const act = (id: string) => () => registry.find(id)?.run();

  return (
    <div className={classes.shell} data-folded={folded || undefined}>
      <a href="#main" className={classes.skip}>
        {t("shell.skip")}
      </a>
      <Sidebar pages={shown} folded={folded} />
      <header className={classes.top}>
        <button
          type="button"
          className={`${classes.iconButton} ${classes.wideOnly}`}
          onClick={act("sidebar")}
          aria-label={t("shell.foldSidebar")}
          aria-expanded={!folded}
        >
          <IconLayoutSidebar size={18} stroke={1.7} />
        </button>
        <button type="button" className={classes.find} onClick={act("palette")}>
          <IconSearch size={16} stroke={1.8} />
          <span>{t("shell.searchHint")}</span>
          <kbd className={`key ${classes.wideOnly}`}>Ctrl K</kbd>
        </button>
        <div className={classes.spring} />
        {mayWrite && (
          <button type="button" className="button-primary" onClick={act("create-deal")}>
            <IconPlus size={16} stroke={2.2} />
            <span className={classes.wideOnly}>{t("deals.create.title")}</span>
            <span className="sr-only narrow-only">{t("deals.create.title")}</span>
          </button>
        )}
        <button
          type="button"
          className={`${classes.iconButton} ${classes.wideOnly}`}
          onClick={act("language")}
          aria-label={lang === "zh" ? "EN: Switch to English" : "中: 切换到简体中文"}
          lang={lang === "zh" ? "en" : "zh-CN"}
        >
          {lang === "zh" ? "EN" : "中"}
        </button>
        <button
          type="button"
          className={`${classes.iconButton} ${classes.wideOnly}`}
          onClick={act("theme")}
          aria-label={t(dark ? "shell.toLight" : "shell.toDark")}
        >
          {dark ? <IconSun size={18} stroke={1.7} /> : <IconMoon size={18} stroke={1.7} />}
        </button>
        <Suspense fallback={<span className={classes.iconButton} />}>
          <AccountMenu dark={dark} act={act} />
        </Suspense>
      </header>
      <main className={classes.main} id="main" tabIndex={-1}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <nav className={classes.tabs} aria-label={t("shell.pages")}>
        {shown.slice(0, 4).map((page) => (
          <Link key={page.to} to={page.to} className={classes.tab}>
            <page.icon size={20} stroke={1.7} />
            {t(page.name)}
          </Link>
        ))}
      </nav>
      {!online && (
        <div className={classes.notice} role="status">
          <IconWifiOff size={16} />
          {t("errors.offlineNotice")}
        </div>
      )}
      <Suspense fallback={null}>
        {(open === "palette" || open === "search") && (
          <Palette recordsOnly={open === "search"} onClose={() => setOpen(null)} />
        )}
        {open === "shortcuts" && <ShortcutSheet onClose={() => setOpen(null)} />}
        {open === "create" && <CreateDeal onClose={() => setOpen(null)} />}
        {open === "account" && <AccountDialog onClose={() => setOpen(null)} />}
      </Suspense>
    </div>
  );
}

function Sidebar({ pages, folded }: { pages: ReturnType<typeof pagesFor>; folded: boolean }) {
  const { t } = useT();
  const me = useMe();
  return (
    <nav className={classes.side} aria-label={t("shell.pages")}>
      <Link to="/board" className={classes.brand} aria-label={t("brand")}>
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

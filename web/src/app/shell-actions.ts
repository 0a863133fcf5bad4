import { useMantineColorScheme } from "@mantine/core";
import {
  IconArrowBackUp,
  IconBuilding,
  IconKeyboard,
  IconLanguage,
  IconLayoutSidebar,
  IconLogout,
  IconMoon,
  IconPlus,
  IconSearch,
  IconSun,
  IconUserCog,
  IconUserPlus,
} from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { useMemo } from "react";
import { useMe } from "@/api/team/me";
import type { DialogName } from "@/app/dialogs";
import { pagesFor } from "@/app/pages";
import { useSignOut, useSwitchLang } from "@/app/session";
import { useT } from "@/i18n";
import { type Action, useActions } from "@/lib/actions";
import { canUndo, undoLatest } from "@/lib/toast";

export function useDark(): boolean {
  const { colorScheme } = useMantineColorScheme();
  return (
    colorScheme === "dark" ||
    (colorScheme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches)
  );
}

// What can be done on every page. `show` and `foldSidebar` must keep their identity.
export function useShellActions(show: (dialog: DialogName) => void, foldSidebar: () => void): void {
  const { t, lang } = useT();
  const me = useMe();
  const router = useRouter();
  const { setColorScheme } = useMantineColorScheme();
  const dark = useDark();
  const switchLang = useSwitchLang();
  const signOut = useSignOut();

  const actions = useMemo<Action[]>(() => {
    const go = pagesFor(me).map((page): Action => ({
      id: `go:${page.to}`,
      label: t(page.name),
      group: "go",
      shortcut: page.shortcut,
      icon: page.icon,
      run: () => void router.navigate({ to: page.to }),
    }));
    const create: Action[] = me.permissions.includes("deals.write")
      ? [
          {
            id: "create-deal",
            label: t("deals.create.title"),
            group: "do",
            shortcut: "c",
            icon: IconPlus,
            run: () => show("create"),
          },
          {
            id: "create-account",
            label: t("accounts.create"),
            group: "do",
            icon: IconBuilding,
            run: () => show("createAccount"),
          },
          {
            id: "create-contact",
            label: t("contacts.create"),
            group: "do",
            icon: IconUserPlus,
            run: () => show("createContact"),
          },
        ]
      : [];
    return [
      ...go,
      ...create,
      {
        id: "palette",
        label: t("shell.palette"),
        group: "view",
        shortcut: "mod+k",
        everywhere: true,
        icon: IconSearch,
        run: () => show("palette"),
      },
      {
        id: "search",
        label: t("shell.search"),
        group: "view",
        shortcut: "/",
        icon: IconSearch,
        run: () => show("search"),
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
        run: () => show("shortcuts"),
      },
      {
        id: "sidebar",
        label: t("shell.foldSidebar"),
        group: "view",
        shortcut: "[",
        icon: IconLayoutSidebar,
        run: () => foldSidebar(),
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
        icon: IconLanguage,
        run: () => switchLang(lang === "zh" ? "en" : "zh"),
      },
      {
        id: "account",
        label: t("shell.account"),
        group: "view",
        icon: IconUserCog,
        run: () => void router.navigate({ to: "/account" }),
      },
      {
        id: "sign-out",
        label: t("shell.signOut"),
        group: "do",
        icon: IconLogout,
        run: () => void signOut(),
      },
    ];
  }, [t, lang, me, router, dark, signOut, switchLang, show, foldSidebar, setColorScheme]);
  useActions(actions);
}

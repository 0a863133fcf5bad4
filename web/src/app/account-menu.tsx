import { Menu } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconKeyboard, IconLogout, IconMoon, IconSun, IconUserCog } from "@tabler/icons-react";
import { useRouter } from "@tanstack/react-router";
import { useMe } from "@/api/team/me";
import { pagesFor } from "@/app/pages";
import classes from "@/app/shell.module.css";
import { useT } from "@/i18n";
import { initials } from "@/lib/initials";

export default function AccountMenu({
  dark,
  act,
}: {
  dark: boolean;
  act: (id: string) => () => void;
}) {
  const { t, lang } = useT();
  const me = useMe();
  const { user } = me;
  const router = useRouter();
  const narrow = useMediaQuery("(max-width: 720px)");
  return (
    <Menu position="bottom-end" width={230}>
      <Menu.Target>
        <button
          type="button"
          className={classes.iconButton}
          aria-label={`${t("shell.accountMenu")}: ${user.name}`}
        >
          <span className={classes.avatar} aria-hidden>
            {initials(user.name)}
          </span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {user.name} · {t(`team.roles.${user.role}`)}
        </Menu.Label>
        <Menu.Item leftSection={<IconUserCog size={16} />} onClick={act("account")}>
          {t("shell.account")}
        </Menu.Item>
        {/* Not hidden but absent where the sidebar has them: arrow keys stop at what is hidden. */}
        {pagesFor(me)
          .filter((page) => narrow && !page.tab)
          .map((page) => (
            <Menu.Item key={page.to} onClick={() => void router.navigate({ to: page.to })}>
              {t(page.name)}
            </Menu.Item>
          ))}
        <Menu.Divider />
        <Menu.Item onClick={act("language")} lang={lang === "zh" ? "en" : "zh-CN"}>
          {lang === "zh" ? "Switch to English" : "切换到简体中文"}
        </Menu.Item>
        <Menu.Item
          leftSection={dark ? <IconSun size={16} /> : <IconMoon size={16} />}
          onClick={act("theme")}
        >
          {t(dark ? "shell.toLight" : "shell.toDark")}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} />} onClick={act("shortcuts")}>
          {t("shell.shortcuts")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={act("sign-out")}>
          {t("shell.signOut")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

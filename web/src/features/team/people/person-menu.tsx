import { ActionIcon, Menu } from "@mantine/core";
import {
  IconBeach,
  IconDevices,
  IconDots,
  IconLink,
  IconLinkOff,
  IconShieldOff,
  IconUserCheck,
  IconUserOff,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { postLink, withdrawLink } from "@/api/team/links";
import { useMay } from "@/api/team/me";
import { resetSecondFactor } from "@/api/team/second-factor";
import type { Shape } from "@/api/types";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

// What can be done about somebody else.
export function PersonMenu({
  user,
  link,
  twoStep,
  onLink,
  onOpen,
  onReactivate,
}: {
  user: Shape<"User">;
  link: Shape<"SignInLink"> | undefined;
  twoStep: boolean;
  onLink: (made: Shape<"MadeLink">) => void;
  onOpen: (what: "sessions" | "leave" | "absence") => void;
  onReactivate: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const owner = useMay("organization.edit");
  const settled = async () => {
    await queryClient.invalidateQueries({ queryKey: ["sign-in-links"] });
    await queryClient.invalidateQueries({ queryKey: ["users"] });
  };
  const make = useMutation({
    mutationFn: () => postLink(user.id),
    onSuccess: onLink,
    onError: toastProblem,
    onSettled: settled,
  });
  const withdraw = useMutation({
    mutationFn: () => withdrawLink(user.id),
    onSuccess: () => toast(t("people.withdrawn", { name: user.name })),
    onError: toastProblem,
    onSettled: settled,
  });
  const takeAway = useMutation({
    mutationFn: () => resetSecondFactor(user.id),
    onSuccess: () => toast(t("secondFactor.taken", { name: user.name })),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["second-factors"] }),
  });
  const invited = link?.purpose === "invitation";
  return (
    <Menu position="bottom-end" width={250}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("people.menu", { name: user.name })}
        >
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {user.active && user.email && (
          <Menu.Item leftSection={<IconLink size={16} />} onClick={() => make.mutate()}>
            {t(invited ? "people.renew" : "people.resetLink")}
          </Menu.Item>
        )}
        {link && (
          <Menu.Item leftSection={<IconLinkOff size={16} />} onClick={() => withdraw.mutate()}>
            {t(invited ? "people.withdrawInvitation" : "people.withdrawLink")}
          </Menu.Item>
        )}
        {owner && user.active && (
          <Menu.Item leftSection={<IconDevices size={16} />} onClick={() => onOpen("sessions")}>
            {t("people.sessions")}
          </Menu.Item>
        )}
        {twoStep && (
          <Menu.Item leftSection={<IconShieldOff size={16} />} onClick={() => takeAway.mutate()}>
            {t("secondFactor.take")}
          </Menu.Item>
        )}
        {user.active && (
          <Menu.Item leftSection={<IconBeach size={16} />} onClick={() => onOpen("absence")}>
            {t("absence.add")}
          </Menu.Item>
        )}
        {user.active ? (
          <Menu.Item leftSection={<IconUserOff size={16} />} onClick={() => onOpen("leave")}>
            {t("people.deactivate")}
          </Menu.Item>
        ) : (
          <Menu.Item leftSection={<IconUserCheck size={16} />} onClick={onReactivate}>
            {t("people.reactivate")}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

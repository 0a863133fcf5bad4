import { Menu } from "@mantine/core";
import { IconCheck } from "@tabler/icons-react";
import { putWaiting } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import { WaitingTag } from "@/components/waiting-tag";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/waiting/waiting-menu.module.css";
import { useT } from "@/i18n";

const everybody: Shape<"WaitingOn">[] = ["us", "customer", "approval", "legal"];

// On whom the deal waits; choosing somebody else starts his clock.
export function WaitingMenu() {
  const { t } = useT();
  const { deal, mayWrite, write } = useDealPage();
  if (deal.status !== "open" && deal.status !== "on_hold") return null;
  if (!mayWrite) return <WaitingTag waiting={deal.waiting} />;
  const name = (on: Shape<"WaitingOn">) => t(`waiting.whom.${on}`);
  const choose = (on: Shape<"WaitingOn">) =>
    write((current) => putWaiting(current, { on }), {
      what: t("waiting.title"),
      mine: name(on),
      theirs: (theirs) => name(theirs.waiting.on),
    });
  return (
    <Menu position="bottom-start" width={220}>
      <Menu.Target>
        <button
          type="button"
          className={classes.target}
          aria-label={t("waiting.change", { whom: name(deal.waiting.on) })}
        >
          <WaitingTag waiting={deal.waiting} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t("waiting.title")}</Menu.Label>
        {everybody.map((on) => (
          <Menu.Item
            key={on}
            rightSection={on === deal.waiting.on ? <IconCheck size={14} aria-hidden /> : null}
            disabled={on === deal.waiting.on}
            onClick={() => void choose(on)}
          >
            {name(on)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

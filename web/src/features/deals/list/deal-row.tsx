import { IconAlertCircle, IconCircleDashed } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo } from "react";
import type { Shape } from "@/api/types";
import { ActivityIcon } from "@/components/activity-icon";
import { AgeChip } from "@/components/age-chip";
import { GateBar } from "@/components/gate-bar";
import classes from "@/features/deals/list/deals-page.module.css";
import { useT } from "@/i18n";
import { dayOf, formatDate, formatDue, formatMoney } from "@/lib/format";

const tones = { open: undefined, on_hold: "warn", won: "good", lost: "bad" } as const;

export const DealRow = memo(function DealRow({
  deal,
  stage,
  index,
}: {
  deal: Shape<"DealCard">;
  stage: Shape<"Stage"> | undefined;
  index: number;
}) {
  const { t, lang, local } = useT();
  const alive = deal.status === "open" || deal.status === "on_hold";
  return (
    <tr aria-rowindex={index}>
      <td className={classes.name}>
        <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
          {deal.name}
        </Link>
        {deal.account && <span className="faint">{deal.account.name}</span>}
      </td>
      <td>
        <span className="tag" data-tone={tones[deal.status]}>
          {local(stage?.name)}
        </span>
      </td>
      <td className="right num">{deal.amount ? formatMoney(lang, deal.amount) : "–"}</td>
      <td>{alive && <AgeChip age={deal.age} />}</td>
      <td>
        <GateBar met={deal.gate.met} total={deal.gate.total} />
      </td>
      <td className={classes.next}>
        {alive && !deal.next_step && (
          <span className="tone-bad">
            <IconCircleDashed size={14} stroke={2} aria-hidden /> {t("board.noNextStep")}
          </span>
        )}
        {deal.next_step && (
          <span className={deal.next_step.overdue ? "tone-bad" : undefined}>
            {deal.next_step.overdue ? (
              <IconAlertCircle size={14} stroke={2} aria-label={t("board.overdue")} />
            ) : (
              <ActivityIcon kind={deal.next_step.kind} />
            )}
            <span className={classes.subject}>{deal.next_step.subject}</span>
            {deal.next_step.due && (
              <span className="num">{formatDue(lang, dayOf(deal.next_step.due))}</span>
            )}
          </span>
        )}
      </td>
      <td className="num">{deal.expected_close ? formatDate(lang, deal.expected_close) : "–"}</td>
      <td>{deal.owner?.name}</td>
    </tr>
  );
});

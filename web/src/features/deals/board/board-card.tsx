import { useDraggable } from "@dnd-kit/core";
import {
  IconAlertCircle,
  IconCircleDashed,
  IconDotsVertical,
  IconGripVertical,
} from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { memo, useRef } from "react";
import type { Shape } from "@/api/types";
import { ActivityIcon } from "@/components/activity-icon";
import { AgeChip } from "@/components/age-chip";
import { GateBar } from "@/components/gate-bar";
import { WaitingTag } from "@/components/waiting-tag";
import classes from "@/features/deals/board/board.module.css";
import { useMover } from "@/features/deals/move/use-move";
import { useT } from "@/i18n";
import { dayOf, formatDue, formatMoneyShort } from "@/lib/format";
import { initials } from "@/lib/initials";

const longPressMs = 500;

// On a phone there is no dragging: holding a card asks where to.
function useLongPress(run: () => void) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const stop = () => clearTimeout(timer.current);
  return {
    onTouchStart: () => {
      timer.current = setTimeout(run, longPressMs);
    },
    onTouchEnd: stop,
    onTouchMove: stop,
    onTouchCancel: stop,
  };
}

export const BoardCard = memo(function BoardCard({
  card,
  mayWrite,
}: {
  card: Shape<"DealCard">;
  mayWrite: boolean;
}) {
  const { t } = useT();
  const mover = useMover();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: card.id,
    data: { card },
    disabled: !mayWrite,
  });
  const press = useLongPress(() => mover.pick(card));
  // The mouse takes the card anywhere; the keyboard takes it by its grip.
  const { onKeyDown, ...pointer } = listeners ?? {};
  return (
    <li
      ref={setNodeRef}
      className={classes.card}
      data-dragging={isDragging || undefined}
      {...(mayWrite ? pointer : {})}
      {...(mayWrite ? press : {})}
    >
      <CardFace card={card} />
      {mayWrite && (
        <div className={classes.tools}>
          <button
            type="button"
            ref={setActivatorNodeRef}
            className={classes.grip}
            aria-label={t("board.carry", { deal: card.name })}
            aria-describedby={attributes["aria-describedby"]}
            onKeyDown={onKeyDown as React.KeyboardEventHandler | undefined}
          >
            <IconGripVertical size={15} stroke={1.8} />
          </button>
          <button
            type="button"
            className={classes.menu}
            aria-label={t("board.moveTo", { deal: card.name })}
            aria-haspopup="dialog"
            onClick={() => mover.pick(card)}
          >
            <IconDotsVertical size={15} stroke={1.8} />
          </button>
        </div>
      )}
    </li>
  );
});

export function CardFace({ card }: { card: Shape<"DealCard"> }) {
  const { lang } = useT();
  return (
    <>
      <Link
        to="/deals/$dealId"
        params={{ dealId: card.id }}
        className={classes.name}
        draggable={false}
        preload={false}
      >
        {card.name}
      </Link>
      <div className={classes.row}>
        <span className={classes.account}>{card.account?.name}</span>
        {card.amount && (
          <strong className={`${classes.amount} num`}>{formatMoneyShort(lang, card.amount)}</strong>
        )}
      </div>
      <div className={classes.row}>
        <AgeChip age={card.age} />
        <GateBar met={card.gate.met} total={card.gate.total} />
        {card.owner && (
          <span className={classes.owner} title={card.owner.name}>
            <span aria-hidden>{initials(card.owner.name)}</span>
            <span className="sr-only">{card.owner.name}</span>
          </span>
        )}
      </div>
      {card.waiting.on !== "us" && <WaitingTag waiting={card.waiting} />}
      {(card.status === "open" || card.status === "on_hold") && (
        <NextStepLine step={card.next_step} />
      )}
    </>
  );
}

function NextStepLine({ step }: { step: Shape<"NextStepView"> | null }) {
  const { t, lang } = useT();
  if (!step)
    return (
      <div className={classes.next} data-tone="bad">
        <IconCircleDashed size={14} stroke={2} aria-hidden />
        <span>{t("board.noNextStep")}</span>
      </div>
    );
  return (
    <div className={classes.next} data-tone={step.overdue ? "bad" : undefined}>
      {step.overdue ? (
        <IconAlertCircle size={14} stroke={2} aria-hidden />
      ) : (
        <ActivityIcon kind={step.kind} />
      )}
      <span className={classes.subject}>{step.subject}</span>
      {step.due && (
        <span className={`${classes.due} num`}>
          {step.overdue && <span className="sr-only">{t("board.overdue")} </span>}
          {formatDue(lang, dayOf(step.due))}
        </span>
      )}
    </div>
  );
}

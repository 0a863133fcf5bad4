import { useDroppable } from "@dnd-kit/core";
import { IconAlarm, IconCircleDashed } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { dealsQuery } from "@/api/deals/deals";
import type { Shape } from "@/api/types";
import { BoardCard } from "@/features/deals/board/board-card";
import classes from "@/features/deals/board/board.module.css";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { formatCounted, formatMoneyShort, formatNumber } from "@/lib/format";
import { toastProblem } from "@/lib/toast";

const step = 24;
const overCountedMax = 1000;

export function Totals({ amounts }: { amounts: Shape<"Money">[] }) {
  const { lang } = useT();
  const shown = amounts.filter((money) => money.minor !== 0);
  if (shown.length === 0) return <span className="num">–</span>;
  return (
    <span className="num">{shown.map((money) => formatMoneyShort(lang, money)).join(" + ")}</span>
  );
}

export function BoardColumn({
  column,
  stage,
  pipelineId,
  mayWrite,
}: {
  column: Shape<"BoardColumn">;
  stage: Shape<"Stage">;
  pipelineId: number;
  mayWrite: boolean;
}) {
  const { t, lang, local } = useT();
  const [filters] = useDealFilters();
  const { setNodeRef, isOver } = useDroppable({ id: stage.id });
  const { extra, more, loading } = useMore(column, stage.id, pipelineId);
  const cards = [...column.cards, ...extra];
  const name = local(stage.name);
  const here = { ...filters, pipeline: pipelineId, stage: stage.id };
  return (
    <section
      className={classes.column}
      ref={setNodeRef}
      data-over={isOver || undefined}
      aria-label={name}
    >
      <header className={classes.columnHead}>
        <h2 className={classes.stageName}>
          <Link to="/deals" search={here}>
            {name}
          </Link>
          <span className={`${classes.count} num`}>
            {formatNumber(lang, column.count)}
            <span className="sr-only"> {t("board.deals")}</span>
          </span>
        </h2>
        <div className={classes.totals}>
          <span title={t("board.amount")}>
            <Totals amounts={column.amounts} />
          </span>
          <span
            className="faint"
            title={t("board.weightedWhy", { probability: stage.probability })}
          >
            {t("board.weighted")} <Totals amounts={column.weighted} />
          </span>
        </div>
        <div className={classes.flags}>
          {column.over_standard > 0 && (
            <Link
              to="/deals"
              search={{ ...here, concern: "over_standard" }}
              className="tag"
              data-tone="warn"
            >
              <IconAlarm size={13} stroke={2} aria-hidden />
              {t("board.overCount", {
                deals: formatCounted(lang, column.over_standard, overCountedMax),
              })}
            </Link>
          )}
          {column.without_next_step > 0 && (
            <Link
              to="/deals"
              search={{ ...here, concern: "no_next_step" }}
              className="tag"
              data-tone="bad"
            >
              <IconCircleDashed size={13} stroke={2} aria-hidden />
              {t("board.noNext", { count: column.without_next_step })}
            </Link>
          )}
        </div>
      </header>
      <ol className={classes.cards} tabIndex={-1}>
        {cards.map((card) => (
          <BoardCard key={card.id} card={card} mayWrite={mayWrite} />
        ))}
      </ol>
      {column.count > cards.length && (
        <button type="button" className={classes.more} onClick={more} disabled={loading}>
          {t("board.more", { count: Math.min(step, column.count - cards.length) })}
        </button>
      )}
      {column.count === 0 && <p className={classes.none}>{t("board.emptyStage")}</p>}
    </section>
  );
}

// Cards beyond the first dozen, fetched when asked for and forgotten when the column changes.
function useMore(column: Shape<"BoardColumn">, stageId: number, pipelineId: number) {
  const queryClient = useQueryClient();
  const [filters] = useDealFilters();
  const [state, setState] = useState<{
    of: Shape<"BoardColumn">;
    cards: Shape<"DealCard">[];
    loading: boolean;
  } | null>(null);
  const current = state?.of === column ? state : null;
  const known = new Set(column.cards.map((card) => card.id));
  const extra = (current?.cards ?? []).filter((card) => !known.has(card.id));
  const more = async () => {
    setState({ of: column, cards: current?.cards ?? [], loading: true });
    try {
      // As many as are shown and a step more, in the order of the list.
      const limit = Math.min(200, column.cards.length + extra.length + step);
      const page = await queryClient.fetchInfiniteQuery(
        dealsQuery({ ...filters, pipeline: pipelineId, stage: stageId }, limit),
      );
      setState({ of: column, cards: page.pages.flatMap((each) => each.items), loading: false });
    } catch (problem) {
      toastProblem(problem);
      setState(null);
    }
  };
  return { extra, more: () => void more(), loading: current?.loading ?? false };
}

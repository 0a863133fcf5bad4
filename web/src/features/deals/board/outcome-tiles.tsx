import { useDroppable } from "@dnd-kit/core";
import { IconFlag, IconPlayerPause, IconX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { Shape } from "@/api/types";
import { Totals } from "@/features/deals/board/board-column";
import classes from "@/features/deals/board/board.module.css";
import { useDealFilters } from "@/features/deals/list/use-deal-filters";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";

const icons = { won: IconFlag, lost: IconX, on_hold: IconPlayerPause, open: IconFlag };

// Where deals go when they leave the road: hold, won, lost. Drop targets, and a way into the list.
export function OutcomeTiles({
  columns,
  stages,
  pipelineId,
}: {
  columns: Shape<"BoardColumn">[];
  stages: Map<number, Shape<"Stage">>;
  pipelineId: number;
}) {
  return (
    <div className={classes.outcomes}>
      {columns.map((column) => (
        <Tile
          key={column.stage_id}
          column={column}
          stage={stages.get(column.stage_id)!}
          pipelineId={pipelineId}
        />
      ))}
    </div>
  );
}

function Tile({
  column,
  stage,
  pipelineId,
}: {
  column: Shape<"BoardColumn">;
  stage: Shape<"Stage">;
  pipelineId: number;
}) {
  const { t, lang, local } = useT();
  const [filters] = useDealFilters();
  const { setNodeRef, isOver } = useDroppable({ id: stage.id });
  const Icon = icons[stage.kind];
  return (
    <section
      ref={setNodeRef}
      className={classes.tile}
      data-kind={stage.kind}
      data-over={isOver || undefined}
      aria-label={local(stage.name)}
    >
      <h2 className={classes.stageName}>
        <Icon size={16} stroke={2} aria-hidden />
        <Link to="/deals" search={{ ...filters, pipeline: pipelineId, stage: stage.id }}>
          {local(stage.name)}
        </Link>
        <span className={`${classes.count} num`}>
          {formatNumber(lang, column.count)}
          <span className="sr-only"> {t("board.deals")}</span>
        </span>
      </h2>
      <div className="soft">
        <Totals amounts={column.amounts} />
      </div>
    </section>
  );
}

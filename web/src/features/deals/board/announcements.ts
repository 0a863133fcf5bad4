import type { Announcements } from "@dnd-kit/core";
import type { Translate } from "@/i18n";

// What a screen reader says while a card is carried.
export function announcementsIn(t: Translate, stageName: (id: number) => string): Announcements {
  const deal = (active: { data: { current?: { card?: { name: string } } | undefined } }) =>
    active.data.current?.card?.name ?? "";
  return {
    onDragStart: ({ active }) => t("board.pickedUp", { deal: deal(active) }),
    onDragOver: ({ active, over }) =>
      over
        ? t("board.over", { deal: deal(active), stage: stageName(Number(over.id)) })
        : t("board.overNothing", { deal: deal(active) }),
    onDragEnd: ({ active, over }) =>
      over
        ? t("board.dropped", { deal: deal(active), stage: stageName(Number(over.id)) })
        : t("board.dropCancelled", { deal: deal(active) }),
    onDragCancel: ({ active }) => t("board.dropCancelled", { deal: deal(active) }),
  };
}

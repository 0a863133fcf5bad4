import { KeyboardCode, type KeyboardCoordinateGetter } from "@dnd-kit/core";

// Left and right carry the card to the column beside; up and down between the outcome tiles, which
// stand above one another.
export const besideColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const { code } = event;
  const { collisionRect, droppableRects, droppableContainers } = context;
  const arrows: string[] = [
    KeyboardCode.Left,
    KeyboardCode.Right,
    KeyboardCode.Up,
    KeyboardCode.Down,
  ];
  if (!arrows.includes(code) || !collisionRect) return undefined;
  event.preventDefault();
  const sideways = code === KeyboardCode.Left || code === KeyboardCode.Right;
  const sign = code === KeyboardCode.Right || code === KeyboardCode.Down ? 1 : -1;
  const middle = {
    x: collisionRect.left + collisionRect.width / 2,
    y: collisionRect.top + Math.min(collisionRect.height, 120) / 2,
  };
  let best: { distance: number; x: number; y: number } | null = null;
  for (const container of droppableContainers.getEnabled()) {
    const rect = droppableRects.get(container.id);
    if (!rect) continue;
    const center = { x: rect.left + rect.width / 2, y: rect.top + Math.min(rect.height, 120) / 2 };
    const along = sign * (sideways ? center.x - middle.x : center.y - middle.y);
    const across = Math.abs(sideways ? center.y - middle.y : center.x - middle.x);
    if (along < 24 || (!sideways && across > rect.width / 2)) continue;
    const distance = along + across * 0.2;
    if (!best || distance < best.distance)
      best = {
        distance,
        x: currentCoordinates.x + center.x - middle.x,
        y: currentCoordinates.y + center.y - middle.y,
      };
  }
  return best ? { x: best.x, y: best.y } : undefined;
};

// Where the bands of the flow lie: a column per stage from left to right, what became of the deals
// at the right end. A stage has two boxes: first visits above, later ones below. Moves back are
// drawn elsewhere, so every band here goes to the right.

export interface FlowBox {
  key: string;
  column: number;
  value: number; // how much passes through it: its height
}

export interface FlowBand {
  from: string;
  to: string;
  value: number;
}

export interface PlacedBox extends FlowBox {
  x: number;
  y: number;
  height: number;
}

// The middle of a band at both ends, and how thick it is.
export interface PlacedBand extends FlowBand {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
  thickness: number;
}

export interface SankeySize {
  width: number;
  height: number;
  boxWidth: number;
  gap: number; // between the boxes of a column
}

const least = 1; // what is not nothing is seen

export function layOut(
  boxes: FlowBox[],
  bands: FlowBand[],
  { width, height, boxWidth, gap }: SankeySize,
): { boxes: PlacedBox[]; bands: PlacedBand[] } {
  const columns = Math.max(0, ...boxes.map((box) => box.column));
  const inColumn = Array.from({ length: columns + 1 }, (_, at) =>
    boxes.filter((box) => box.column === at),
  );
  const scale = Math.min(
    ...inColumn
      .map((each) => ({ sum: each.reduce((sum, box) => sum + box.value, 0), boxes: each.length }))
      .filter(({ sum }) => sum > 0)
      .map(({ sum, boxes: count }) => Math.max(0, height - gap * (count - 1)) / sum),
  );
  const thick = (value: number) => Math.max(least, value * (Number.isFinite(scale) ? scale : 0));
  const step = columns === 0 ? 0 : (width - boxWidth) / columns;
  const placed = new Map<string, PlacedBox>();
  for (const column of inColumn) {
    let y = 0;
    for (const box of column) {
      placed.set(box.key, { ...box, x: box.column * step, y, height: thick(box.value) });
      y += thick(box.value) + gap;
    }
  }
  return { boxes: [...placed.values()], bands: layBands(bands, placed, thick, boxWidth) };
}

// Bands leave a box in the order of where they go, and enter one in the order of where they come
// from, so that as few as possible cross.
function layBands(
  bands: FlowBand[],
  placed: Map<string, PlacedBox>,
  thick: (value: number) => number,
  boxWidth: number,
): PlacedBand[] {
  const drawn = bands.flatMap((band) => {
    const from = placed.get(band.from);
    const to = placed.get(band.to);
    return from && to && band.value > 0 ? [{ band, from, to }] : [];
  });
  const starts = new Map<FlowBand, number>();
  const used = new Map<string, number>();
  const take = (box: PlacedBox, band: FlowBand) => {
    const y = box.y + (used.get(box.key) ?? 0);
    used.set(box.key, (used.get(box.key) ?? 0) + thick(band.value));
    return y + thick(band.value) / 2;
  };
  const leaving = [...drawn].sort((a, b) => a.to.y - b.to.y || a.to.column - b.to.column);
  for (const { band, from } of leaving) starts.set(band, take(from, band));
  used.clear();
  const entering = [...drawn].sort((a, b) => a.from.y - b.from.y || b.from.column - a.from.column);
  return entering.map(({ band, from, to }) => ({
    ...band,
    x0: from.x + boxWidth,
    y0: starts.get(band) ?? 0,
    x1: to.x,
    y1: take(to, band),
    thickness: thick(band.value),
  }));
}

export function bandPath({ x0, y0, x1, y1 }: PlacedBand): string {
  const middle = (x0 + x1) / 2;
  return `M${x0},${y0}C${middle},${y0} ${middle},${y1} ${x1},${y1}`;
}

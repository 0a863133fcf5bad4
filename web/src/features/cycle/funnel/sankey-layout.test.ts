import { describe, expect, it } from "vitest";
import { bandPath, layOut } from "@/features/cycle/funnel/sankey-layout";

const size = { width: 100, height: 50, boxWidth: 10, gap: 10 };
const boxes = [
  { key: "a", column: 0, value: 4 },
  { key: "b", column: 1, value: 2 },
  { key: "won", column: 2, value: 1 },
  { key: "lost", column: 2, value: 3 },
];
const bands = [
  { from: "a", to: "lost", value: 2 },
  { from: "a", to: "b", value: 2 },
  { from: "b", to: "won", value: 1 },
  { from: "b", to: "lost", value: 1 },
];

describe("the layout of the flow", () => {
  it("gives every box its share of the height, and leaves a gap", () => {
    const { boxes: placed } = layOut(boxes, bands, size);
    const at = new Map(placed.map((box) => [box.key, box]));
    expect(at.get("a")).toMatchObject({ x: 0, y: 0, height: 40 });
    expect(at.get("b")).toMatchObject({ x: 45, y: 0, height: 20 });
    expect(at.get("won")).toMatchObject({ x: 90, y: 0, height: 10 });
    expect(at.get("lost")).toMatchObject({ x: 90, y: 20, height: 30 });
  });

  it("keeps bands within their boxes, each as thick at both ends", () => {
    const { bands: placed } = layOut(boxes, bands, size);
    expect(placed).toHaveLength(4);
    const toB = placed.find((band) => band.to === "b");
    expect(toB).toMatchObject({ x0: 10, y0: 10, x1: 45, y1: 10, thickness: 20 });
    const lost = placed.filter((band) => band.to === "lost");
    expect(lost.reduce((sum, band) => sum + band.thickness, 0)).toBe(30);
    for (const band of lost) expect(band.y1 - band.thickness / 2).toBeGreaterThanOrEqual(20);
  });

  it("draws nothing of nothing, and what is small still", () => {
    expect(layOut([], [], size)).toEqual({ boxes: [], bands: [] });
    const unknown = layOut(boxes, [{ from: "a", to: "nowhere", value: 3 }], size);
    expect(unknown.bands).toEqual([]);
    const tiny = layOut(
      [
        { key: "a", column: 0, value: 100_000 },
        { key: "b", column: 1, value: 1 },
      ],
      [{ from: "a", to: "b", value: 1 }],
      size,
    );
    expect(tiny.bands[0]?.thickness).toBe(1);
    expect(bandPath(tiny.bands[0]!)).not.toContain("NaN");
  });
});

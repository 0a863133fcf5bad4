import type { Shape } from "@/api/types";

type Line = Pick<Shape<"ProductLine">, "quantity" | "price" | "discount_bps">;

// What a line comes to after its discount, in minor units; null where it has no price.
export function lineTotal({ quantity, price, discount_bps: discount }: Line): number | null {
  if (!price) return null;
  return Math.round((price.minor * quantity * (10_000 - discount)) / 10_000);
}

// "12.5" -> 1250; null where it is no share of a hundred.
export function parsePercent(text: string): number | null {
  const plain = text.trim().replace("%", "").replace(",", ".");
  if (plain === "") return 0;
  const percent = Number(plain);
  if (!Number.isFinite(percent) || percent < 0 || percent > 100) return null;
  return Math.round(percent * 100);
}

import { expect, test } from "vitest";
import { lineTotal, parsePercent } from "@/features/deals/deal/products/lines";

const price = { minor: 999, currency: "CNY" };

test("a line comes to its price less the discount, to the minor unit", () => {
  expect(lineTotal({ quantity: 3, price, discount_bps: 0 })).toBe(2997);
  expect(lineTotal({ quantity: 3, price, discount_bps: 1250 })).toBe(2622); // 2622.375
  expect(lineTotal({ quantity: 3, price, discount_bps: 10_000 })).toBe(0);
  expect(lineTotal({ quantity: 3, price: null, discount_bps: 0 })).toBeNull();
});

test("a percentage is read as people write it", () => {
  expect(parsePercent("12.5 %")).toBe(1250);
  expect(parsePercent("12,5")).toBe(1250);
  expect(parsePercent("")).toBe(0);
  for (const wrong of ["-1", "101", "ten", "1e9"]) expect(parsePercent(wrong)).toBeNull();
});

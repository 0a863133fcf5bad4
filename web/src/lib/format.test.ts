import { describe, expect, it } from "vitest";
import {
  addDays,
  daysBetween,
  dayOf,
  dueOn,
  formatBytes,
  timeOf,
  formatCounted,
  formatDate,
  formatDue,
  formatMoney,
  formatMoneyShort,
  formatPercent,
  minorDigits,
  parseMoney,
  today,
} from "@/lib/format";
import { initials } from "@/lib/initials";

const yuan = (major: number) => ({ minor: major * 100, currency: "CNY" });

describe("a count", () => {
  it("says where it stopped", () => {
    expect(formatCounted("en", 999, 1000)).toBe("999");
    expect(formatCounted("en", 1000, 1000)).toBe("1,000+");
  });
});

describe("money", () => {
  it("is read as people write it", () => {
    expect(parseMoney("25,000.50", "CNY")).toEqual({ minor: 2_500_050, currency: "CNY" });
    expect(parseMoney("¥ 25万", "CNY")).toEqual(yuan(250_000));
    expect(parseMoney("1.2k", "USD")).toEqual({ minor: 120_000, currency: "USD" });
    expect(parseMoney("5000", "JPY")).toEqual({ minor: 5000, currency: "JPY" });
    for (const wrong of ["", "abc", "-5", "1.2.3", "99999999999999999999"])
      expect(parseMoney(wrong, "CNY"), wrong).toBeNull();
  });

  it("is written as each language writes it", () => {
    expect(formatMoney("en", yuan(1_855_300))).toBe("¥1,855,300");
    expect(formatMoney("en", { minor: 1050, currency: "USD" })).toBe("$10.50");
    expect(formatMoneyShort("en", yuan(250_000))).toBe("¥250K");
    expect(formatMoneyShort("zh", yuan(250_000))).toBe("¥25万");
    expect(minorDigits("KWD")).toBe(3);
  });

  it("survives writing and reading", () => {
    for (const minor of [0, 1, 99, 123_456_789])
      expect(parseMoney(formatMoney("en", { minor, currency: "CNY" }), "CNY")?.minor).toBe(minor);
  });
});

describe("dates", () => {
  it("belong to no zone", () => {
    expect(formatDate("en", "2026-03-01")).toBe("1 Mar 2026");
    expect(formatDate("zh", "2026-03-01")).toBe("2026年3月1日");
    expect(addDays("2026-02-27", 2)).toBe("2026-03-01");
    expect(daysBetween("2026-02-27", "2026-03-01")).toBe(2);
  });

  it("are said as people say them, when near", () => {
    expect(formatDue("en", "2026-03-02", "2026-03-01")).toBe("tomorrow");
    expect(formatDue("zh", "2026-02-28", "2026-03-01")).toBe("昨天");
    expect(formatDue("en", "2026-06-01", "2026-03-01")).toBe("1 Jun");
  });

  it("says how large a file is", () => {
    expect(formatBytes("en", 9)).toBe("9 byte");
    expect(formatBytes("en", 12_400)).toBe("12 kB");
    expect(formatBytes("en", 1_440_000)).toBe("1.4 MB");
    expect(formatBytes("en", 144_000_000)).toBe("144 MB");
  });

  it("turn into moments and back on the same day here", () => {
    expect(dayOf(dueOn("2026-03-01"))).toBe("2026-03-01");
    expect(timeOf(dueOn("2026-03-01"))).toBe("18:00");
    expect(timeOf(dueOn("2026-03-01", "09:05"))).toBe("09:05");
    expect(timeOf(dueOn("2026-03-01", ""))).toBe("18:00");
    expect(today(new Date(2026, 0, 5))).toBe("2026-01-05");
  });
});

describe("other figures", () => {
  it("have as many digits as matter", () => {
    expect(formatPercent("en", 0.2284, 1)).toBe("22.8%");
    expect(formatPercent("zh", 0.41)).toBe("41%");
  });

  it("shorten names as their language does", () => {
    expect(initials("Ada Lovelace")).toBe("AL");
    expect(initials("王小明")).toBe("小明");
    expect(initials("Plato")).toBe("P");
  });
});

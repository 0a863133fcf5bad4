import type { Lang, Translate } from "@/i18n";

// "Q4 2026", 2026年第4季度; "November 2026", 2026年11月.
export function periodName(t: Translate, lang: Lang, period: string): string {
  const year = period.slice(0, 4);
  if (period[5] === "Q") return t("forecast.quarter", { year, n: period.slice(6) });
  return new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", {
    year: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(new Date(`${period}-01T00:00:00Z`));
}

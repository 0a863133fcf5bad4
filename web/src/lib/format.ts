import type { Shape } from "@/api/types";
import type { Lang } from "@/i18n";

// Numbers, money and dates as a reader of each language writes them. Formatters are costly to make
// and cheap to keep.

// An amount may lack its currency, where nobody said it: an imported file, perhaps.
type Amount = Shape<"MoneyInput">;

const locales: Record<Lang, string> = { en: "en-GB", zh: "zh-CN" };
const kept = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>();

function keep<T extends Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>(
  key: string,
  make: () => T,
): T {
  let formatter = kept.get(key) as T | undefined;
  if (!formatter) kept.set(key, (formatter = make()));
  return formatter;
}

// American numbers (250K, not 250k) beside British dates (16 Jan), which nobody misreads.
const numberLocales: Record<Lang, string> = { en: "en-US", zh: "zh-CN" };
const numberFormat = (lang: Lang, name: string, options: Intl.NumberFormatOptions) =>
  keep(`n${lang}${name}`, () => new Intl.NumberFormat(numberLocales[lang], options));

const dateFormat = (lang: Lang, name: string, options: Intl.DateTimeFormatOptions) =>
  keep(`d${lang}${name}`, () => new Intl.DateTimeFormat(locales[lang], options));

// How many digits the currency keeps after the point: 2 for CNY, 0 for JPY, 3 for KWD.
export function minorDigits(currency: string | null | undefined): number {
  if (!currency) return 2;
  const format = numberFormat("en", `c${currency}`, { style: "currency", currency });
  return format.resolvedOptions().maximumFractionDigits ?? 2;
}

const moneyStyle = ({ currency }: Amount): Intl.NumberFormatOptions =>
  currency ? { style: "currency", currency, currencyDisplay: "narrowSymbol" } : {};

export const toMajor = (money: Amount) => money.minor / 10 ** minorDigits(money.currency);

// Null when the text is no amount. Accepts what people paste: "¥ 25,000.50", "25 000", "25万".
export function parseMoney(text: string, currency: string): Shape<"Money"> | null {
  const plain = text.replace(/[\s,,¥¥$€£]/g, "");
  const match = /^(\d+(?:\.\d+)?)(万|亿|[kKmM])?$/.exec(plain);
  if (!match) return null;
  const scale = { 万: 1e4, 亿: 1e8, k: 1e3, m: 1e6 }[match[2]?.toLowerCase() ?? ""] ?? 1;
  const minor = Math.round(Number(match[1]) * scale * 10 ** minorDigits(currency));
  return Number.isSafeInteger(minor) ? { minor, currency } : null;
}

export function formatMoney(lang: Lang, money: Amount): string {
  const whole = money.minor % 10 ** minorDigits(money.currency) === 0;
  return numberFormat(lang, `m${money.currency}${whole}`, {
    ...moneyStyle(money),
    ...(whole ? { maximumFractionDigits: 0 } : {}),
  }).format(toMajor(money));
}

// ¥25万 / ¥250K: for cards and column heads, where the order of magnitude is the message.
export function formatMoneyShort(lang: Lang, money: Amount): string {
  return numberFormat(lang, `s${money.currency}`, {
    ...moneyStyle(money),
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  }).format(toMajor(money));
}

export const formatNumber = (lang: Lang, value: number, digits = 0) =>
  numberFormat(lang, `f${digits}`, { maximumFractionDigits: digits }).format(value);

// 12.3 MB
// A number that the server counts up to `most` only: "999+".
export const formatCounted = (lang: Lang, value: number, most: number) =>
  formatNumber(lang, value) + (value >= most ? "+" : "");

// "1.4 MB": how large a file is, by thousands as file managers count.
export function formatBytes(lang: Lang, bytes: number): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  let power = 0;
  for (let rest = bytes; rest >= 1000 && power < units.length - 1; rest /= 1000) power += 1;
  const unit = units[power] ?? "byte";
  const value = bytes / 1000 ** power;
  const digits = power > 1 && value < 100 ? 1 : 0;
  return numberFormat(lang, `b${unit}${digits}`, {
    style: "unit",
    unit,
    maximumFractionDigits: digits,
  }).format(value);
}

export const formatPercent = (lang: Lang, share: number, digits = 0) =>
  numberFormat(lang, `p${digits}`, {
    style: "percent",
    minimumFractionDigits: 0,
    maximumFractionDigits: digits,
  }).format(share);

// A calendar date belongs to no zone: read at UTC, written at UTC.
const dateAtUtc = (date: string) => new Date(`${date}T00:00:00Z`);

export function formatDate(lang: Lang, date: string): string {
  return dateFormat(lang, "date", {
    day: "numeric",
    month: lang === "zh" ? "long" : "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(dateAtUtc(date));
}

// "2026-03"
export function formatMonth(lang: Lang, month: string): string {
  return dateFormat(lang, "month", { month: "short", year: "numeric", timeZone: "UTC" }).format(
    dateAtUtc(`${month}-01`),
  );
}

export function formatDateShort(lang: Lang, date: string): string {
  return dateFormat(lang, "short", {
    day: "numeric",
    month: lang === "zh" ? "long" : "short",
    timeZone: "UTC",
  }).format(dateAtUtc(date));
}

export function formatInstant(lang: Lang, instant: string): string {
  return dateFormat(lang, "instant", {
    day: "numeric",
    month: lang === "zh" ? "long" : "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hour12: false,
  }).format(new Date(instant));
}

export const formatTime = (lang: Lang, instant: string) =>
  dateFormat(lang, "time", { hour: "2-digit", minute: "2-digit", hour12: false }).format(
    new Date(instant),
  );

// Today as the person at the screen counts it.
export function today(now = new Date()): string {
  const month = String(now.getMonth() + 1).padStart(2, "0");
  const day = String(now.getDate()).padStart(2, "0");
  return `${now.getFullYear()}-${month}-${day}`;
}

export function addDays(date: string, days: number): string {
  const moved = dateAtUtc(date);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((dateAtUtc(to).getTime() - dateAtUtc(from).getTime()) / 86_400_000);
}

// "yesterday", "in 3 days", 明天: a due date as people say it, within two weeks.
export function formatDue(lang: Lang, date: string, from = today()): string {
  const days = daysBetween(from, date);
  if (Math.abs(days) > 13) return formatDateShort(lang, date);
  return keep(
    `r${lang}`,
    () => new Intl.RelativeTimeFormat(locales[lang], { numeric: "auto" }),
  ).format(days, "day");
}

// Whole hours that have passed since then.
export const hoursSince = (instant: string, now = Date.now()) =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / 3_600_000));

export const hasPassed = (instant: string, now = Date.now()) => Date.parse(instant) <= now;

// A due moment is shown as its day here, and a day chosen here is due at the end of its working hours.
export const dayOf = (instant: string) => today(new Date(instant));
export const endOfDay = "18:00";
export const dueOn = (date: string, time = endOfDay) =>
  new Date(`${date}T${time || endOfDay}:00`).toISOString();
// The time of day here, as an input of times holds it.
export function timeOf(instant: string): string {
  const at = new Date(instant);
  return `${String(at.getHours()).padStart(2, "0")}:${String(at.getMinutes()).padStart(2, "0")}`;
}

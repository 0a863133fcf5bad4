import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Shape } from "@/api/types";
import type { Dictionary, en } from "@/i18n/en";

export type Lang = Shape<"Lang">;

const storageKey = "stagecoach.lang";

declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "translation";
    resources: { translation: typeof en };
  }
}

function firstLanguage(): Lang {
  try {
    const kept = localStorage.getItem(storageKey);
    if (kept === "zh" || kept === "en") return kept;
  } catch {
    // Storage may be blocked; the browser's language then decides.
  }
  return /^zh/i.test(navigator.language) ? "zh" : "en";
}

export const i18n = i18next.createInstance();

// A dictionary comes when its language is spoken, the other one in a quiet moment, so that a switch
// happens at once and nobody waits for words they do not read.
const dictionaries: Record<Lang, () => Promise<Dictionary>> = {
  en: () => import("@/i18n/en").then((all) => all.en),
  zh: () => import("@/i18n/zh").then((all) => all.zh),
};
const langs: Lang[] = ["en", "zh"];

async function learn(lang: Lang): Promise<void> {
  if (!i18n.hasResourceBundle(lang, "translation"))
    i18n.addResourceBundle(lang, "translation", await dictionaries[lang]());
}

// To be awaited before the first word is shown.
export async function startI18n(lang = firstLanguage()): Promise<void> {
  await i18n.use(initReactI18next).init({
    lng: lang,
    fallbackLng: false,
    resources: { [lang]: { translation: await dictionaries[lang]() } },
    interpolation: { escapeValue: false },
  });
}

export const learnTheOther = () => void Promise.all(langs.map(learn)).catch(() => {});

export const currentLang = (): Lang => (i18n.language === "zh" ? "zh" : "en");

export function setLang(lang: Lang): void {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  try {
    localStorage.setItem(storageKey, lang);
  } catch {
    // Kept for this visit only.
  }
  if (lang !== i18n.language) void learn(lang).then(() => i18n.changeLanguage(lang));
}

export type Translate = ReturnType<typeof useT>["t"];

export function useT() {
  const { t } = useTranslation();
  const lang = currentLang();
  // The workspace's own words, such as stage names, come in both languages.
  const local = (text: Shape<"Localized"> | null | undefined) =>
    text ? text[lang] || text.en || text.zh : "";
  return { t, lang, local };
}

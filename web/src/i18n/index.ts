import i18next from "i18next";
import { initReactI18next, useTranslation } from "react-i18next";
import type { Shape } from "@/api/types";
import { en } from "@/i18n/en";
import { zh } from "@/i18n/zh";

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

void i18n.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: "en",
  resources: { en: { translation: en }, zh: { translation: zh } },
  interpolation: { escapeValue: false },
  initAsync: false,
});

export const currentLang = (): Lang => (i18n.language === "zh" ? "zh" : "en");

export function setLang(lang: Lang): void {
  document.documentElement.lang = lang === "zh" ? "zh-CN" : "en";
  try {
    localStorage.setItem(storageKey, lang);
  } catch {
    // Kept for this visit only.
  }
  if (lang !== i18n.language) void i18n.changeLanguage(lang);
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

import type { ReactNode } from "react";
import type { Lang } from "@/i18n";

// A chapter of the user guide. `id` is the same in every language: it is part of links.
export interface Chapter {
  id: string;
  title: string;
  body: ReactNode;
}

// A guide comes when its language is read.
export const guides: Record<Lang, () => Promise<Chapter[]>> = {
  en: () => import("@/features/help/guide-en").then((file) => file.guide),
  zh: () => import("@/features/help/guide-zh").then((file) => file.guide),
};

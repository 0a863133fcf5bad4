import { useEffect } from "react";
import { useT } from "@/i18n";

// What the browser's tab and history, and a screen reader, call the page.
export function usePageTitle(title: string): void {
  const { t } = useT();
  const brand = t("brand");
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}

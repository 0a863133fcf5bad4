import type { Translate } from "@/i18n";
import { audit } from "@/i18n/en/audit";

type Known = keyof typeof audit.audit.events;

// "deal.moved" as people say it; a kind that has no words yet is shown as it is.
export function eventWords(t: Translate, kind: string): string {
  const key = kind.replace(".", "_");
  return key in audit.audit.events ? t(`audit.events.${key as Known}`) : kind;
}

import type { Shape } from "@/api/types";
import { useT } from "@/i18n";

const tones = { unknown: undefined, given: "good", withdrawn: "bad" } as const;

export function ConsentTag({ consent }: { consent: Shape<"Consent"> }) {
  const { t } = useT();
  return (
    <span className="tag" data-tone={tones[consent]}>
      {t(`record.consents.${consent}`)}
    </span>
  );
}

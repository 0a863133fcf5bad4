import type { Shape } from "@/api/types";
import { useT } from "@/i18n";

const tones = {
  planned: undefined,
  running: "accent",
  done: "good",
  failed: "bad",
  undone: "warn",
} as const;

export function StateTag({ state }: { state: Shape<"ImportPlan">["state"] }) {
  const { t } = useT();
  return (
    <span className="tag" data-tone={tones[state]}>
      {t(`imports.states.${state}`)}
    </span>
  );
}

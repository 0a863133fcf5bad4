import { IconCheck, IconChevronsRight } from "@tabler/icons-react";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/stage-path.module.css";
import { stageOf } from "@/features/deals/move/move-rules";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";

// The road so far: each stage with the time spent against its standard.
export function StagePath() {
  const { t, lang, local } = useT();
  const { deal, pipeline } = useDealPage();
  // The road itself; what lies beside it (on hold, lost) only while the deal is there.
  const steps = deal.stage_path.filter(
    (step) =>
      step.state === "current" || ["open", "won"].includes(stageOf(pipeline, step.stage_id).kind),
  );
  return (
    <ol className={classes.path} aria-label={t("deal.path")} tabIndex={0}>
      {steps.map(({ age, ...step }) => {
        const over = age.standard !== null && age.elapsed > age.standard;
        const unit = age.unit === "business_hours" ? "hours" : "days";
        const elapsed = formatNumber(
          lang,
          age.elapsed,
          age.elapsed < 10 && age.elapsed % 1 ? 1 : 0,
        );
        return (
          <li
            key={step.stage_id}
            className={classes.step}
            data-state={step.state}
            data-over={over || undefined}
            aria-current={step.state === "current" ? "step" : undefined}
          >
            <span className={classes.stepName}>
              {step.state === "done" && (
                <IconCheck size={14} stroke={2.4} aria-label={t("deal.states.done")} />
              )}
              {step.state === "passed" && (
                <IconChevronsRight size={14} stroke={2} aria-label={t("deal.states.passed")} />
              )}
              <span className={classes.stepLabel}>
                {local(stageOf(pipeline, step.stage_id).name)}
              </span>
              {step.visits > 1 && <span className={classes.visits}>×{step.visits}</span>}
            </span>
            <span className={`${classes.stepTime} num`}>
              {step.state === "ahead"
                ? age.standard !== null &&
                  t(`age.${unit}Standard`, { standard: formatNumber(lang, age.standard) })
                : step.state === "passed"
                  ? t("deal.states.passed")
                  : age.standard === null
                    ? t(`age.${unit}`, { elapsed })
                    : t(`age.${unit}Of`, { elapsed, standard: formatNumber(lang, age.standard) })}
              {over && step.state !== "ahead" && (
                <span className={classes.overMark}> {t("age.overMark")}</span>
              )}
            </span>
            <span className={classes.stepBar} aria-hidden>
              <i
                style={{
                  width: `${step.state === "ahead" || step.state === "passed" ? 0 : age.standard ? Math.min(100, (100 * age.elapsed) / age.standard) : 100}%`,
                }}
              />
            </span>
          </li>
        );
      })}
    </ol>
  );
}

import { IconDownload, IconUpload } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { Shape } from "@/api/types";
import classes from "@/features/exchange/exchange.module.css";
import { useT } from "@/i18n";

// Everything decided about an import as a file, to be used for the next one.
export function MappingFile({
  plan,
  onMapping,
}: {
  plan: Shape<"ImportPlan">;
  onMapping: ((mapping: Shape<"MappingInput">) => void) | null;
}) {
  const { t } = useT();
  const input = useRef<HTMLInputElement>(null);
  const [broken, setBroken] = useState<string | null>(null);
  const text = JSON.stringify(plan.mapping, (_, value: unknown) => value ?? undefined, 2);
  const take = async (file: File | undefined) => {
    if (!file || !onMapping) return;
    setBroken(null);
    try {
      // The server holds it against the shape of a mapping, and says what does not fit.
      onMapping(JSON.parse(await file.text()) as Shape<"MappingInput">);
    } catch {
      setBroken(file.name);
    }
  };
  return (
    <section className={`panel ${classes.gapTop}`} aria-labelledby="mapping-file">
      <div className={`panel-head ${classes.mappingFile}`}>
        <h2 className="section-title" id="mapping-file">
          {t("import.mappingFile")}
        </h2>
        <span className={`faint ${classes.wide}`}>{t("import.mappingFileWhy")}</span>
        <span className="spring" />
        <a
          className="button-link"
          href={`data:application/json;charset=utf-8,${encodeURIComponent(text)}`}
          download="mapping.json"
        >
          <IconDownload size={15} stroke={1.8} aria-hidden /> {t("import.mappingSave")}
        </a>
        {onMapping && (
          <>
            <button type="button" className="button-link" onClick={() => input.current?.click()}>
              <IconUpload size={15} stroke={1.8} aria-hidden /> {t("import.mappingLoad")}
            </button>
            <input
              ref={input}
              type="file"
              hidden
              accept=".json,application/json"
              aria-label={t("import.mappingLoad")}
              onChange={(event) => {
                void take(event.target.files?.[0]);
                event.target.value = "";
              }}
            />
          </>
        )}
      </div>
      {broken && (
        <p className="form-error" role="alert">
          {t("import.mappingBroken", { name: broken })}
        </p>
      )}
    </section>
  );
}

import { IconFileSpreadsheet } from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/exchange/exchange.module.css";
import { confidenceWord, withColumn } from "@/features/exchange/mapping";
import { useT } from "@/i18n";
import { en } from "@/i18n/en";
import { formatNumber } from "@/lib/format";

const fields = Object.keys(en.importFields) as (keyof typeof en.importFields)[];
const kinds = Object.keys(en.import.kinds) as (keyof typeof en.import.kinds)[];

// What one file was taken for, and what each of its columns means.
export function FilePanel({
  file,
  plan,
  onMapping,
}: {
  file: Shape<"FilePreview">;
  plan: Shape<"ImportPlan">;
  onMapping: ((mapping: Shape<"MappingInput">) => void) | null;
}) {
  const { t, lang } = useT();
  const kind = kinds.find((each) => each === file.kind) ?? "unknown";
  const title = `file-${file.name}`;
  return (
    <section className={`panel ${classes.gapTop}`} aria-labelledby={title}>
      <div className="panel-head">
        <IconFileSpreadsheet size={17} stroke={1.6} className="tone-accent" aria-hidden />
        <h2 className="section-title" id={title}>
          {file.name}
        </h2>
        <span className="faint">
          {t("import.readAs", {
            kind: t(`import.kinds.${kind}`),
            encoding: file.encoding,
            rows: formatNumber(lang, file.rows),
          })}
        </span>
      </div>
      <div className="table-wrap" tabIndex={0} role="group" aria-label={file.name}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("import.column")}</th>
              <th scope="col">{t("import.samples")}</th>
              <th scope="col">{t("import.meaning")}</th>
              <th scope="col">
                <span className="sr-only">{t("import.sure")}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {file.columns.map((column) => (
              <tr key={column.header}>
                <th scope="row" className={classes.header}>
                  {column.header}
                </th>
                <td className={classes.samples}>
                  {column.samples.filter(Boolean).slice(0, 3).join(" · ")}
                </td>
                <td className={classes.field}>
                  {onMapping ? (
                    <Picker
                      label={`${t("import.meaning")}: ${column.header}`}
                      hideLabel
                      empty={t("import.ignore")}
                      value={column.field === "ignored" ? null : column.field}
                      options={fields.map((field) => ({
                        value: field,
                        label: t(`importFields.${field}`),
                      }))}
                      onChange={(chosen) => {
                        const field = fields.find((each) => each === chosen) ?? null;
                        onMapping(withColumn(plan, file.name, column.header, field));
                      }}
                    />
                  ) : (
                    fieldName(t, column.field)
                  )}
                </td>
                <td>
                  <Confidence column={column} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function fieldName(t: ReturnType<typeof useT>["t"], field: string | null): string {
  const known = fields.find((each) => each === field);
  return known ? t(`importFields.${known}`) : t("import.ignored");
}

const tones = { sure: "good", likely: undefined, guess: "warn" } as const;

function Confidence({ column }: { column: Shape<"ColumnPreview"> }) {
  const { t } = useT();
  if (!column.field || column.field === "ignored")
    return <span className="faint">{t("import.ignored")}</span>;
  const word = confidenceWord(column.confidence);
  return (
    <span className="tag" data-tone={tones[word]}>
      {t(`import.${word}`)}
    </span>
  );
}

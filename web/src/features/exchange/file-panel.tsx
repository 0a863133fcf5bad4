import { IconFileSpreadsheet } from "@tabler/icons-react";
import { useCustomFields } from "@/api/custom-fields/custom-fields";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import classes from "@/features/exchange/exchange.module.css";
import { confidenceWord, customFieldOf, withColumn } from "@/features/exchange/mapping";
import { useT } from "@/i18n";
import { en } from "@/i18n/en";
import { formatNumber } from "@/lib/format";

const fields = Object.keys(en.importFields) as (keyof typeof en.importFields)[];
// How the organisation's own fields are told apart from those that every import knows.
const customPrefix = "custom:";
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
  const { t, lang, local } = useT();
  const custom = useCustomFields().filter((field) => !field.archived && field.kind !== "formula");
  const chosenOf = ({ field, header }: Shape<"ColumnPreview">) => {
    if (field === "custom") return customPrefix + customFieldOf(plan, file.name, header);
    return field === "ignored" ? null : field;
  };
  const ownName = (header: string) => {
    const key = customFieldOf(plan, file.name, header);
    const found = custom.find((field) => field.key === key);
    return found ? local(found.label) : key;
  };
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
                      value={chosenOf(column)}
                      options={[
                        ...fields.map((field) => ({
                          value: field as string,
                          label: t(`importFields.${field}`),
                        })),
                        ...custom.map((field) => ({
                          value: customPrefix + field.key,
                          label: local(field.label),
                        })),
                      ]}
                      onChange={(chosen) => {
                        const own = chosen?.startsWith(customPrefix)
                          ? chosen.slice(customPrefix.length)
                          : null;
                        const field = fields.find((each) => each === chosen);
                        onMapping(withColumn(plan, file.name, column.header, field ?? null, own));
                      }}
                    />
                  ) : (
                    (ownName(column.header) ?? fieldName(t, column.field))
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

import { IconArchive, IconArchiveOff, IconPlus, IconX } from "@tabler/icons-react";
import type { Shape } from "@/api/types";
import { LocalizedField } from "@/components/localized-field";
import classes from "@/features/custom-fields/fields.module.css";
import { useT } from "@/i18n";

type Choice = Shape<"FieldChoice">;

// A key for each new choice, made of its English name; those that are stored keep theirs.
export function keyedChoices(choices: Choice[]): Choice[] {
  const taken = new Set(choices.map((choice) => choice.key).filter(Boolean));
  return choices.map((choice) => {
    if (choice.key) return choice;
    const made = choice.label.en
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "_")
      .replace(/^[^a-z]+|_+$/g, "")
      .slice(0, 30);
    const stem = made || "choice";
    let key = stem;
    for (let number = 2; taken.has(key); ++number) key = `${stem}_${number}`;
    taken.add(key);
    return { ...choice, key };
  });
}

export function ChoiceList({
  choices,
  stored,
  error,
  onChange,
}: {
  choices: Choice[];
  // Those that records may hold: they can be archived, not removed.
  stored: Choice[];
  error: (path: string) => string | undefined;
  onChange: (choices: Choice[]) => void;
}) {
  const { t } = useT();
  const put = (at: number, change: Partial<Choice>) =>
    onChange(choices.map((each, index) => (index === at ? { ...each, ...change } : each)));
  return (
    <fieldset className={classes.list}>
      <legend>{t("customFields.choices")}</legend>
      {error("choices") && <p className="form-error">{error("choices")}</p>}
      {choices.map((choice, at) => {
        const number = { number: at + 1 };
        const kept = stored.some((each) => each.key === choice.key);
        return (
          <div key={at} className={classes.row} data-archived={choice.archived || undefined}>
            <LocalizedField
              label={t("customFields.choice", number)}
              value={choice.label}
              error={error(`choices[${at}].label`)}
              onChange={(label) => put(at, { label })}
            />
            {kept ? (
              <button
                type="button"
                className={classes.icon}
                aria-label={t(
                  choice.archived ? "customFields.offerChoice" : "customFields.archiveChoice",
                  number,
                )}
                onClick={() => put(at, { archived: !choice.archived })}
              >
                {choice.archived ? <IconArchiveOff size={16} /> : <IconArchive size={16} />}
              </button>
            ) : (
              <button
                type="button"
                className={classes.icon}
                aria-label={t("customFields.removeChoice", number)}
                onClick={() => onChange(choices.filter((_, index) => index !== at))}
              >
                <IconX size={16} />
              </button>
            )}
          </div>
        );
      })}
      <button
        type="button"
        className="button-link"
        onClick={() =>
          onChange([...choices, { key: "", label: { en: "", zh: "" }, archived: false }])
        }
      >
        <IconPlus size={15} />
        {t("customFields.addChoice")}
      </button>
    </fieldset>
  );
}

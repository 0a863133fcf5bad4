import { patchObjection, postObjection } from "@/api/deals/objections";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { InlineForm } from "@/features/deals/deal/inline-field";
import fields from "@/components/inline-field.module.css";
import classes from "@/features/deals/deal/objections/objections-panel.module.css";
import { useRecords } from "@/features/deals/deal/use-record";
import { useT } from "@/i18n";
import { useDraft } from "@/lib/draft";
import { today } from "@/lib/format";

type Text = Pick<
  Shape<"Objection">,
  "kind" | "worry" | "blocking" | "answer" | "result" | "raised_on"
>;

const kinds: Shape<"ObjectionKind">[] = [
  "price",
  "feature",
  "implementation",
  "timing",
  "competitor",
  "trust",
  "need",
  "authority",
  "other",
];
const results: Shape<"ObjectionResult">[] = ["open", "answered", "accepted", "lost_to_it"];

const textOf = (objection: Shape<"Objection"> | null): Text =>
  objection
    ? {
        kind: objection.kind,
        worry: objection.worry,
        blocking: objection.blocking,
        answer: objection.answer,
        result: objection.result,
        raised_on: objection.raised_on,
      }
    : { kind: "price", worry: "", blocking: false, answer: "", result: "open", raised_on: today() };

// A new objection, or the answer to one and what came of it.
export function ObjectionForm({
  objection,
  onClose,
}: {
  objection: Shape<"Objection"> | null;
  onClose: () => void;
}) {
  const { t } = useT();
  const { deal, draftKey } = useDealPage();
  const { run } = useRecords();
  const draft = draftKey(`objection.${objection?.id ?? "new"}`);
  const [text, setText] = useDraft<Text>(draft, () => textOf(objection));
  const set = (change: Partial<Text>) => setText({ ...text, ...change });
  const save = () => {
    if (!objection) return run(() => postObjection(deal.id, text));
    return run(
      () => patchObjection(objection, text),
      t("common.saved"),
      () => patchObjection({ ...objection, version: objection.version + 1 }, textOf(objection)),
    );
  };
  return (
    <InlineForm onClose={onClose} draft={draft} onSave={save} disabled={!text.worry.trim()}>
      <div className="form-row">
        <Picker
          label={t("objections.kind")}
          value={text.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`objections.kinds.${kind}`) }))}
          onChange={(kind) => kind && set({ kind: kind as Shape<"ObjectionKind"> })}
        />
        <Picker
          label={t("objections.result")}
          value={text.result}
          options={results.map((each) => ({
            value: each,
            label: t(`objections.results.${each}`),
          }))}
          onChange={(result) => result && set({ result: result as Shape<"ObjectionResult"> })}
        />
        <label className={fields.labelled}>
          {t("objections.raisedOn")}
          <input
            className={fields.input}
            type="date"
            required
            max={today()}
            value={text.raised_on}
            onChange={(event) => set({ raised_on: event.target.value })}
          />
        </label>
      </div>
      <label className={fields.labelled}>
        {t("objections.worry")}
        <textarea
          className={fields.input}
          rows={2}
          autoFocus={!objection}
          placeholder={t("objections.worryHint")}
          value={text.worry}
          onChange={(event) => set({ worry: event.target.value })}
        />
      </label>
      <label className={fields.labelled}>
        {t("objections.answer")}
        <textarea
          className={fields.input}
          rows={2}
          autoFocus={objection !== null}
          placeholder={t("objections.answerHint")}
          value={text.answer}
          onChange={(event) => set({ answer: event.target.value })}
        />
      </label>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={text.blocking}
          onChange={(event) => set({ blocking: event.target.checked })}
        />
        {t("objections.blockingWhy")}
      </label>
    </InlineForm>
  );
}

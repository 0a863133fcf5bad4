import { Button, Modal } from "@mantine/core";
import { IconFilter, IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { type FieldChoice, FilterCondition, firstTest } from "@/components/lists/filter-condition";
import classes from "@/components/lists/lists.module.css";
import { Picker } from "@/components/picker";
import { useT } from "@/i18n";
import {
  type Condition,
  conditionsMax,
  countOf,
  depthMax,
  type Group,
  isGroup,
  type Where,
  whereFrom,
  written,
} from "@/lib/where";

// Conditions in groups, put together in a dialog and applied when they are complete.
export function FilterBuilder({
  fields,
  where,
  onChange,
}: {
  fields: FieldChoice[];
  where: Where | undefined;
  onChange: (where: Where | undefined) => void;
}) {
  const { t } = useT();
  const [draft, setDraft] = useState<Group | null>(null);
  const now = whereFrom(where);
  const count = now ? countOf(now) : 0;
  return (
    <>
      <button
        type="button"
        className="button-plain"
        data-set={count > 0 || undefined}
        onClick={() => setDraft(now ?? { joint: "all", parts: [conditionOn(fields)] })}
      >
        <IconFilter size={16} stroke={1.8} aria-hidden />
        {count > 0 ? t("lists.filterCount", { count }) : t("lists.filter")}
      </button>
      {count > 0 && (
        <button type="button" className="button-link" onClick={() => onChange(undefined)}>
          {t("lists.filterClear")}
        </button>
      )}
      <Modal
        opened={draft !== null}
        onClose={() => setDraft(null)}
        title={t("lists.filter")}
        size="xl"
        closeButtonProps={{ "aria-label": t("common.close") }}
      >
        {draft && (
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              onChange(written(draft));
              setDraft(null);
            }}
          >
            <GroupEditor
              group={draft}
              fields={fields}
              depth={1}
              room={conditionsMax - countOf(draft)}
              onChange={setDraft}
            />
            <div className="form-actions">
              <Button variant="default" onClick={() => setDraft(null)}>
                {t("common.cancel")}
              </Button>
              <Button type="submit">{t("lists.filterApply")}</Button>
            </div>
          </form>
        )}
      </Modal>
    </>
  );
}

const conditionOn = (fields: FieldChoice[]): Condition => ({
  field: fields[0]!.name,
  is: firstTest(fields[0]!),
  values: [],
});

function GroupEditor({
  group,
  fields,
  depth,
  room,
  onChange,
  onRemove,
}: {
  group: Group;
  fields: FieldChoice[];
  depth: number;
  // How many conditions may still be added.
  room: number;
  onChange: (group: Group) => void;
  onRemove?: () => void;
}) {
  const { t } = useT();
  const put = (index: number, part: Condition | Group | null) =>
    onChange({
      ...group,
      parts: part
        ? group.parts.map((each, at) => (at === index ? part : each))
        : group.parts.filter((_, at) => at !== index),
    });
  const add = (part: Condition | Group) => onChange({ ...group, parts: [...group.parts, part] });
  return (
    <fieldset className={classes.group}>
      <legend className="sr-only">{t("lists.group")}</legend>
      <div className={classes.groupHead}>
        <Picker
          label={t("lists.joint")}
          hideLabel
          value={group.joint}
          options={(["all", "any"] as const).map((joint) => ({
            value: joint,
            label: t(`lists.joints.${joint}`),
          }))}
          onChange={(joint) => onChange({ ...group, joint: joint === "any" ? "any" : "all" })}
        />
        {onRemove && (
          <button
            type="button"
            className="button-link"
            aria-label={t("lists.removeGroup")}
            onClick={onRemove}
          >
            <IconX size={16} />
          </button>
        )}
      </div>
      {group.parts.map((part, index) =>
        isGroup(part) ? (
          <GroupEditor
            // Parts have no name of their own; their place is what they are.
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            group={part}
            fields={fields}
            depth={depth + 1}
            room={room}
            onChange={(changed) => put(index, changed)}
            onRemove={() => put(index, null)}
          />
        ) : (
          <FilterCondition
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            condition={part}
            fields={fields}
            onChange={(changed) => put(index, changed)}
            onRemove={() => put(index, null)}
          />
        ),
      )}
      <div className={classes.groupFoot}>
        <button
          type="button"
          className="button-link"
          disabled={room <= 0}
          onClick={() => add(conditionOn(fields))}
        >
          <IconPlus size={15} aria-hidden /> {t("lists.addCondition")}
        </button>
        {depth < depthMax && (
          <button
            type="button"
            className="button-link"
            disabled={room <= 0}
            onClick={() => add({ joint: "any", parts: [conditionOn(fields)] })}
          >
            <IconPlus size={15} aria-hidden /> {t("lists.addGroup")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

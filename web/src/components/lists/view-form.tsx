import { TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { patchView, postView } from "@/api/lists/views";
import { useMay, useMe } from "@/api/team/me";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { Picker } from "@/components/picker";
import { useT } from "@/i18n";
import type { KeptList } from "@/lib/kept-list";

type View = Shape<"ListView">;
type Sharing = View["sharing"];

// A new view of what the list shows, or the name and the readers of one that is there.
export function ViewForm({
  list,
  now,
  view,
  onClose,
  onDone,
}: {
  list: Shape<"ListKind">;
  now: KeptList;
  view?: View;
  onClose: () => void;
  onDone: (view: View) => void;
}) {
  const { t } = useT();
  const leads = useMay("deals.assign");
  const inTeam = useMe().user.team_id !== null;
  const [name, setName] = useState(view?.name ?? "");
  const [sharing, setSharing] = useState<Sharing>(view?.sharing ?? "private");
  const send = useMutation({
    mutationFn: () =>
      view
        ? patchView(view, { name, sharing })
        : postView({ list, name, sharing, parameters: now.parameters, columns: now.columns }),
    onSuccess: onDone,
  });
  const sharings: Sharing[] = ["private"];
  if (leads && (inTeam || view?.team_id)) sharings.push("team");
  if (leads) sharings.push("everyone");
  return (
    <FormDialog
      title={t(view ? "views.edit" : "views.saveAs")}
      save={t("common.save")}
      sending={send}
      disabled={!name.trim()}
      onClose={onClose}
    >
      <TextInput
        label={t("fields.name")}
        required
        withAsterisk={false}
        data-autofocus
        maxLength={100}
        error={fieldProblem(send.error, "name")}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      {sharings.length > 1 && (
        <Picker
          label={t("views.whoFindsIt")}
          value={sharing}
          options={sharings.map((each) => ({ value: each, label: t(`views.sharings.${each}`) }))}
          onChange={(chosen) => setSharing(sharings.find((each) => each === chosen) ?? "private")}
        />
      )}
      <p className="faint">{t("views.eachSeesHisOwn")}</p>
    </FormDialog>
  );
}

import { Select, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { postAbsence } from "@/api/team/absences";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { fieldProblem, FormDialog } from "@/components/form-dialog";
import { useT } from "@/i18n";
import { today } from "@/lib/format";

// An absence of oneself, or of somebody whom one manages.
export function AbsenceForm({
  user,
  own = false,
  onClose,
}: {
  user: Shape<"User">;
  own?: boolean;
  onClose: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const people = useUsers().filter((each) => each.active && each.id !== user.id);
  const [from, setFrom] = useState(today());
  const [to, setTo] = useState(today());
  const [deputy, setDeputy] = useState<string | null>(null);
  const save = useMutation({
    mutationFn: () =>
      postAbsence({ user_id: user.id, from, to, deputy_id: deputy ? Number(deputy) : null }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ["absences"] });
      onClose();
    },
  });
  return (
    <FormDialog
      title={own ? t("absence.add") : t("absence.addFor", { name: user.name })}
      save={t("common.save")}
      sending={save}
      onClose={onClose}
    >
      <div className="form-row">
        <TextInput
          label={t("absence.from")}
          type="date"
          required
          withAsterisk={false}
          error={fieldProblem(save.error, "from")}
          value={from}
          onChange={(event) => {
            setFrom(event.target.value);
            if (to < event.target.value) setTo(event.target.value);
          }}
        />
        <TextInput
          label={t("absence.to")}
          type="date"
          required
          withAsterisk={false}
          min={from}
          error={fieldProblem(save.error, "to")}
          value={to}
          onChange={(event) => setTo(event.target.value)}
        />
      </div>
      <Select
        label={t("absence.deputy")}
        searchable
        clearable
        placeholder={t("absence.nobody")}
        error={fieldProblem(save.error, "deputy_id")}
        data={people.map((each) => ({ value: String(each.id), label: each.name }))}
        value={deputy}
        onChange={setDeputy}
      />
    </FormDialog>
  );
}

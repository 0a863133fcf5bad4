import { Checkbox } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { noticeSettingsQuery, putNoticeSettings } from "@/api/notices/notices";
import type { Shape } from "@/api/types";
import classes from "@/features/notices/notices.module.css";
import { useT } from "@/i18n";
import { toast, toastProblem } from "@/lib/toast";

const kinds: (keyof Shape<"NoticeSettings">)[] = [
  "mention",
  "approval_asked",
  "approval_answered",
  "assigned",
  "handed_over",
  "overdue",
];

// Of which kinds one is told; each choice holds at once.
export function NoticeSettings() {
  const { t } = useT();
  const queryClient = useQueryClient();
  const settings = useQuery(noticeSettingsQuery).data;
  const save = useMutation({
    mutationFn: putNoticeSettings,
    onSuccess: (saved) => {
      queryClient.setQueryData(noticeSettingsQuery.queryKey, saved);
      toast(t("common.saved"));
    },
    onError: toastProblem,
  });
  if (!settings) return null;
  const shown = save.isPending ? save.variables : settings;
  return (
    <div className={classes.choices}>
      {kinds.map((kind) => (
        <Checkbox
          key={kind}
          label={t(`notices.kinds.${kind}`)}
          checked={shown[kind]}
          onChange={(event) => save.mutate({ ...shown, [kind]: event.target.checked })}
        />
      ))}
    </div>
  );
}

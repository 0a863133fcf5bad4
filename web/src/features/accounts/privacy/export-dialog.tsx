import { Button, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { postPersonalData } from "@/api/accounts/privacy";
import type { Shape } from "@/api/types";
import { FormProblem } from "@/components/form-dialog";
import { useT } from "@/i18n";

function download(name: string, type: string, content: string): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

// Everything that is held on a person, as a file for programs and one for people.
export default function ExportDialog({
  contact,
  onClose,
}: {
  contact: Shape<"Contact">;
  onClose: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const ask = useMutation({
    mutationFn: () => postPersonalData(contact.id),
    onSuccess: ({ text, ...data }) => {
      const name = `contact-${contact.id}`;
      download(`${name}.json`, "application/json", JSON.stringify(data, null, 2));
      download(`${name}.txt`, "text/plain;charset=utf-8", text);
      void queryClient.invalidateQueries({ queryKey: ["contact", contact.id] });
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("privacy.exportTitle")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <FormProblem problem={ask.error} />
      <p className="soft">{t("privacy.exportWhat", { name: contact.name })}</p>
      <p className="soft">{t("privacy.exportNoted")}</p>
      <div className="form-actions">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button loading={ask.isPending} onClick={() => ask.mutate()}>
          {t("privacy.exportDo")}
        </Button>
      </div>
    </Modal>
  );
}

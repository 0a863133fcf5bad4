import { Button, Checkbox, Modal } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { postErasure } from "@/api/accounts/privacy";
import type { Shape } from "@/api/types";
import { FormProblem } from "@/components/form-dialog";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

const gone = ["record", "activities", "journal"] as const;
const kept = ["deals", "activities", "chain"] as const;
const elsewhere = ["texts", "copies"] as const;

// What an erasure takes, what has to stay and why, and what it cannot reach. It cannot be undone.
export default function EraseDialog({
  contact,
  onClose,
}: {
  contact: Shape<"Contact">;
  onClose: () => void;
}) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const [sure, setSure] = useState(false);
  const erase = useMutation({
    mutationFn: () => postErasure(contact),
    onSuccess: async (erased) => {
      queryClient.setQueryData(["contact", contact.id], erased);
      onClose();
      toast(t("privacy.erased"));
      await queryClient.invalidateQueries();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("privacy.eraseTitle", { name: contact.name })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <FormProblem problem={erase.error} />
      <Section title={t("privacy.gone")} items={gone.map((each) => t(`privacy.goes.${each}`))} />
      <Section title={t("privacy.kept")} items={kept.map((each) => t(`privacy.keeps.${each}`))} />
      <Section
        title={t("privacy.elsewhere")}
        items={elsewhere.map((each) => t(`privacy.others.${each}`))}
      />
      <Checkbox
        label={t("privacy.sure")}
        checked={sure}
        onChange={(event) => setSure(event.target.checked)}
      />
      <div className="form-actions">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button
          color="red.9"
          disabled={!sure}
          loading={erase.isPending}
          onClick={() => erase.mutate()}
        >
          {t("privacy.eraseDo")}
        </Button>
      </div>
    </Modal>
  );
}

function Section({ title, items }: { title: string; items: string[] }) {
  return (
    <section>
      <h3 className="section-title">{title}</h3>
      <ul className="soft">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </section>
  );
}

import { Modal } from "@mantine/core";
import type { Shape } from "@/api/types";
import { SessionList } from "@/features/team/account/session-list";
import { useT } from "@/i18n";

// Where somebody else is signed in, for an owner.
export function SessionsDialog({ user, onClose }: { user: Shape<"User">; onClose: () => void }) {
  const { t } = useT();
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t("people.sessionsOf", { name: user.name })}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <SessionList userId={user.id} />
    </Modal>
  );
}

import { Button, Modal } from "@mantine/core";
import type { Shape } from "@/api/types";
import { CopyField } from "@/components/copy-field";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";

// The one time that a link is shown.
export function LinkDialog({ made, onClose }: { made: Shape<"MadeLink">; onClose: () => void }) {
  const { t, lang } = useT();
  const words = { name: made.user.name, until: formatInstant(lang, made.expires_at) };
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnClickOutside={false}
      title={t(made.purpose === "invitation" ? "people.invitationMade" : "people.resetMade", words)}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <div className="form">
        <p className="soft" style={{ margin: 0 }}>
          {t("people.linkWhy", words)}
        </p>
        <CopyField label={t("people.link")} text={location.origin + made.path} />
        <div className="form-actions">
          <Button onClick={onClose}>{t("people.linkHandedOn")}</Button>
        </div>
      </div>
    </Modal>
  );
}

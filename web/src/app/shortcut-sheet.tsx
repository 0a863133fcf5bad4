import { Modal } from "@mantine/core";
import { KeyCaps } from "@/components/key-caps";
import { useT } from "@/i18n";
import { useAllActions } from "@/lib/actions";

const groups = ["go", "do", "view"] as const;

export default function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useT();
  const actions = useAllActions().filter((action) => action.shortcut);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("shell.shortcuts")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <div className="sheet">
        {groups.map((group) => (
          <section key={group}>
            <h3 className="eyebrow">{t(`shell.shortcutGroups.${group}`)}</h3>
            <dl className="sheet-list">
              {actions
                .filter((action) => action.group === group)
                .map((action) => (
                  <div key={action.id}>
                    <dt>{action.label}</dt>
                    <dd>
                      <KeyCaps shortcut={action.shortcut!} />
                    </dd>
                  </div>
                ))}
            </dl>
          </section>
        ))}
        <section>
          <h3 className="eyebrow">{t("shell.shortcutGroups.card")}</h3>
          <dl className="sheet-list">
            <div>
              <dt>{t("shell.pickUp")}</dt>
              <dd>
                <kbd className="key">Space</kbd>
              </dd>
            </div>
            <div>
              <dt>{t("shell.carry")}</dt>
              <dd>
                <kbd className="key">←</kbd> <kbd className="key">→</kbd>
              </dd>
            </div>
          </dl>
        </section>
      </div>
    </Modal>
  );
}

import { Menu } from "@mantine/core";
import { IconEraser, IconFileExport } from "@tabler/icons-react";
import { useT } from "@/i18n";

export type PrivacyStep = "export" | "erase";

// What managers and owners can do with a person's data, in the menu of the contact.
export function PrivacyItems({
  erased,
  onStep,
}: {
  erased: boolean;
  onStep: (step: PrivacyStep) => void;
}) {
  const { t } = useT();
  return (
    <>
      <Menu.Item leftSection={<IconFileExport size={16} />} onClick={() => onStep("export")}>
        {t("privacy.export")}
      </Menu.Item>
      {!erased && (
        <Menu.Item leftSection={<IconEraser size={16} />} onClick={() => onStep("erase")}>
          {t("privacy.erase")}
        </Menu.Item>
      )}
    </>
  );
}

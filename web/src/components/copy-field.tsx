import { Button, TextInput } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useRef } from "react";
import { useT } from "@/i18n";
import { toast } from "@/lib/toast";

// Text to be taken elsewhere, with the button that copies it.
export function CopyField({ label, text }: { label: string; text: string }) {
  const { t } = useT();
  const input = useRef<HTMLInputElement>(null);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(text);
      toast(t("common.copied"));
    } catch {
      // No clipboard on a page that came over plain http: it is selected, and Ctrl-C does the rest.
    }
  };
  return (
    <TextInput
      ref={input}
      label={label}
      readOnly
      value={text}
      onFocus={(event) => event.target.select()}
      rightSectionWidth={108}
      rightSection={
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<IconCopy size={14} />}
          onClick={() => void copy()}
        >
          {t("common.copy")}
        </Button>
      }
    />
  );
}

import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { Problem } from "@/api/http";
import { useT } from "@/i18n";
import { problemText } from "@/lib/toast";

// What of a mutation a form shows: that it runs, and what was wrong.
interface Sending {
  mutate: () => void;
  isPending: boolean;
  error: unknown;
}

// A form in a dialog: its title, what was refused, its fields, and the two ways out.
export function FormDialog({
  title,
  save,
  sending,
  disabled = false,
  size = "md",
  onClose,
  children,
}: {
  title: string;
  // What the button that sends it says.
  save: string;
  sending: Sending;
  disabled?: boolean;
  size?: "md" | "lg";
  onClose: () => void;
  children: ReactNode;
}) {
  const { t } = useT();
  return (
    <Modal
      opened
      onClose={onClose}
      size={size}
      title={title}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          sending.mutate();
        }}
      >
        <FormProblem problem={sending.error} />
        {children}
        <div className="form-actions">
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button type="submit" loading={sending.isPending} disabled={disabled}>
            {save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}

// Why a form was refused, said above its fields.
export function FormProblem({ problem }: { problem: unknown }) {
  if (!problem) return null;
  return (
    <p className="form-error" role="alert">
      {problemText(problem)}
    </p>
  );
}

// What the server said of one field.
export const fieldProblem = (problem: unknown, field: string): string | undefined =>
  problem instanceof Problem
    ? problem.fields.find((each) => each.field === field)?.message
    : undefined;

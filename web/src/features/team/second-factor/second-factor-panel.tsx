import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { mySecondFactorQuery } from "@/api/team/second-factor";
import { Enrolment } from "@/features/team/second-factor/enrolment";
import { RemovalForm } from "@/features/team/second-factor/removal-form";
import { useT } from "@/i18n";

// One's own second factor, as the account page shows it.
export function SecondFactorPanel() {
  const { t } = useT();
  const state = useQuery(mySecondFactorQuery).data;
  const [open, setOpen] = useState<"enrol" | "remove" | null>(null);
  const close = () => setOpen(null);
  if (!state) return null;
  return (
    <>
      {state.enabled ? (
        <>
          <p>
            <span className="tag" data-tone="good">
              {t("secondFactor.on")}
            </span>{" "}
            {t("secondFactor.left", { count: state.recovery_codes_left })}
          </p>
          {state.required ? (
            <p className="faint">{t("secondFactor.requiredOfYou")}</p>
          ) : (
            <button type="button" className="button-plain" onClick={() => setOpen("remove")}>
              {t("secondFactor.turnOff")}
            </button>
          )}
        </>
      ) : (
        <button type="button" className="button-plain" onClick={() => setOpen("enrol")}>
          {t("secondFactor.setUp")}
        </button>
      )}
      {open === "enrol" && (
        <Modal
          opened
          onClose={close}
          closeOnClickOutside={false}
          title={t("secondFactor.setUp")}
          closeButtonProps={{ "aria-label": t("common.close") }}
        >
          <Enrolment onDone={close} />
        </Modal>
      )}
      {open === "remove" && <RemovalForm onClose={close} />}
    </>
  );
}

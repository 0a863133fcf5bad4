import { Button, Modal } from "@mantine/core";
import classes from "@/components/conflict-dialog.module.css";
import { useT } from "@/i18n";

export interface Clash {
  what: string;
  mine: string;
  theirs: string;
}

// Somebody saved first. Both values side by side; nothing is lost before a person has chosen.
export function ConflictDialog({
  clashes,
  onMine,
  onTheirs,
}: {
  clashes: Clash[];
  onMine: () => void;
  onTheirs: () => void;
}) {
  const { t } = useT();
  return (
    <Modal
      opened
      onClose={onTheirs}
      title={t("conflict.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <p className={classes.lead}>{t("conflict.lead")}</p>
      <table className={classes.versus}>
        <thead>
          <tr>
            <th scope="col">{t("conflict.what")}</th>
            <th scope="col">{t("conflict.mine")}</th>
            <th scope="col">{t("conflict.theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {clashes.map((clash) => (
            <tr key={clash.what}>
              <th scope="row">{clash.what}</th>
              <td>{clash.mine}</td>
              <td>{clash.theirs}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-actions">
        <Button variant="default" onClick={onTheirs}>
          {t("conflict.keepTheirs")}
        </Button>
        <Button onClick={onMine}>{t("conflict.useMine")}</Button>
      </div>
    </Modal>
  );
}

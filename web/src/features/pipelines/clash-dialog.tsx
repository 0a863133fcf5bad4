import { Button, Modal } from "@mantine/core";
import { differences } from "@/features/pipelines/edit-pipeline";
import classes from "@/features/pipelines/pipelines.module.css";
import type { Editing } from "@/features/pipelines/use-draft";
import { useT } from "@/i18n";

// Two people edited the draft at once: both values side by side, and nothing is lost before one of
// them has chosen.
export function ClashDialog({ editing }: { editing: Editing }) {
  const { t, local } = useT();
  const { clash, pipeline, adopt, keepMine } = editing;
  if (!clash) return null;
  return (
    <Modal
      opened
      size="lg"
      onClose={() => adopt(clash)}
      title={t("conflict.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <p className="soft">
        {clash.exists
          ? t("pipelines.clashLead", { name: clash.editor?.name ?? "" })
          : t("pipelines.clashPublished")}
      </p>
      <div className="table-wrap">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t("conflict.what")}</th>
              <th scope="col">{t("conflict.mine")}</th>
              <th scope="col">{t("conflict.theirs")}</th>
            </tr>
          </thead>
          <tbody>
            {differences(pipeline, clash.definition, local).map((each) => (
              <tr key={each.what}>
                <th scope="row">{each.what}</th>
                <td className={classes.clashValue}>{each.mine}</td>
                <td className={classes.clashValue}>{each.theirs}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="form-actions">
        <Button variant="default" onClick={() => adopt(clash)}>
          {t("conflict.keepTheirs")}
        </Button>
        <Button onClick={keepMine}>{t("conflict.useMine")}</Button>
      </div>
    </Modal>
  );
}

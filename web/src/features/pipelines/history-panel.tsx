import { Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { getVersion, useVersions } from "@/api/pipeline/drafts";
import { ChangeList } from "@/features/pipelines/change-list";
import type { Pipeline } from "@/features/pipelines/edit-pipeline";
import classes from "@/features/pipelines/pipelines.module.css";
import { StandardView } from "@/features/pipelines/standard-view";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";

// Who published what, when and why; any of it can be looked at, and brought back as a draft.
export function HistoryPanel({
  id,
  onRestore,
}: {
  id: number;
  onRestore?: (pipeline: Pipeline) => void;
}) {
  const { t, lang } = useT();
  const [shown, setShown] = useState<number | null>(null);
  const versions = useVersions(id).data?.items ?? [];
  const old = useQuery({
    queryKey: ["pipeline-version", id, shown],
    queryFn: () => getVersion(id, shown ?? 0),
    enabled: shown !== null,
    staleTime: Number.POSITIVE_INFINITY,
  }).data;
  return (
    <section className="panel panel-body" aria-label={t("pipelines.history")}>
      <ol className={classes.history}>
        {versions.map((version, index) => (
          <li key={version.number}>
            <div className={classes.historyHead}>
              <strong>{t("pipelines.version", { version: version.number })}</strong>
              <span className="faint">
                {formatInstant(lang, version.published_at)}
                {version.published_by && ` · ${version.published_by.name}`}
              </span>
              {index === 0 && (
                <span className="tag" data-tone="good">
                  {t("pipelines.current")}
                </span>
              )}
              <span className="spring" />
              <button
                type="button"
                className="button-link"
                aria-label={t("pipelines.viewVersion", { version: version.number })}
                onClick={() => setShown(version.number)}
              >
                {t("pipelines.view")}
              </button>
            </div>
            {version.note && <p className="soft">{version.note}</p>}
            <ChangeList changes={version.changes} />
          </li>
        ))}
      </ol>
      {shown !== null && old && (
        <Modal
          opened
          size="lg"
          onClose={() => setShown(null)}
          title={t("pipelines.version", { version: shown })}
          closeButtonProps={{ "aria-label": t("common.close") }}
        >
          <StandardView pipeline={old} />
          {onRestore && (
            <div className="form-actions">
              <button
                type="button"
                className="button-primary"
                onClick={() => {
                  onRestore(old);
                  setShown(null);
                }}
              >
                {t("pipelines.restore")}
              </button>
            </div>
          )}
        </Modal>
      )}
    </section>
  );
}

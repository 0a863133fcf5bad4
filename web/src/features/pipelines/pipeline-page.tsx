import { IconArrowLeft } from "@tabler/icons-react";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { usePipelines } from "@/api/pipeline/pipelines";
import { useMay } from "@/api/team/me";
import { ClashDialog } from "@/features/pipelines/clash-dialog";
import { without } from "@/features/pipelines/edit-pipeline";
import { HistoryPanel } from "@/features/pipelines/history-panel";
import classes from "@/features/pipelines/pipelines.module.css";
import { ReviewPanel } from "@/features/pipelines/review-panel";
import { SettingsForm } from "@/features/pipelines/settings-form";
import { StageForm } from "@/features/pipelines/stage-form";
import { StageList } from "@/features/pipelines/stage-list";
import { StandardView } from "@/features/pipelines/standard-view";
import { type Editing, faultAt, useDraft } from "@/features/pipelines/use-draft";
import { useT } from "@/i18n";
import { formatTime } from "@/lib/format";
import { usePageTitle } from "@/lib/page-title";
import { problemText } from "@/lib/toast";

const tabs = ["stages", "settings", "history"] as const;
type Tab = (typeof tabs)[number];

export function PipelinePage() {
  const { pipelineId } = useParams({ from: "/app/pipelines/$pipelineId" });
  const mayEdit = useMay("pipelines.edit");
  return mayEdit ? (
    <Editor key={pipelineId} id={pipelineId} />
  ) : (
    <ReadOnly key={pipelineId} id={pipelineId} />
  );
}

function Head({ name, children }: { name: string; children?: React.ReactNode }) {
  const { t } = useT();
  usePageTitle(name);
  return (
    <div className="page-head">
      <Link to="/pipelines" className="button-link" aria-label={t("pipelines.title")}>
        <IconArrowLeft size={16} />
      </Link>
      <h1 className="page-title">{name}</h1>
      {children}
    </div>
  );
}

function ReadOnly({ id }: { id: number }) {
  const { t, local } = useT();
  const pipeline = usePipelines().find((each) => each.id === id);
  if (!pipeline) return <p className="page soft">{t("pipelines.none")}</p>;
  return (
    <div className="page">
      <Head name={local(pipeline.name)}>
        <span className="tag">{t("pipelines.version", { version: pipeline.version_number })}</span>
      </Head>
      <StandardView pipeline={pipeline} />
      <h2 className={`section-title ${classes.gap}`}>{t("pipelines.history")}</h2>
      <HistoryPanel id={id} />
    </div>
  );
}

function Editor({ id }: { id: number }) {
  const { t, local } = useT();
  const navigate = useNavigate();
  const published = usePipelines().find((each) => each.id === id);
  const editing = useDraft(id);
  const { pipeline, view } = editing;
  const [tab, setTab] = useState<Tab>("stages");
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, pipeline.stages.length - 1));
  const stage = pipeline.stages[at];
  const fault = (path: string) => faultAt(editing, path, local);
  return (
    <div className="page">
      <Head name={local(pipeline.name) || t("pipelines.unnamed")}>
        <Saved editing={editing} />
        <span className="spring" />
        <div role="tablist" aria-label={t("pipelines.parts")} className={classes.tabs}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              aria-selected={tab === each}
              className={classes.tab}
              onClick={() => setTab(each)}
            >
              {t(`pipelines.${each}`)}
            </button>
          ))}
        </div>
      </Head>
      <div className={classes.editor} data-tab={tab}>
        {tab === "stages" && (
          <StageList
            pipeline={pipeline}
            chosen={at}
            hasFault={(index) =>
              view.faults.some((each) => each.field.startsWith(`stages[${index}]`))
            }
            onChoose={setChosen}
            onEdit={editing.edit}
          />
        )}
        {tab === "stages" && stage && (
          <StageForm
            key={stage.key}
            stage={stage}
            path={`stages[${at}]`}
            isPublished={published?.stages.some((each) => each.key === stage.key) ?? false}
            faultAt={fault}
            onChange={(next) =>
              editing.edit({
                ...pipeline,
                stages: pipeline.stages.map((each) => (each.key === stage.key ? next : each)),
              })
            }
            onRemove={() => editing.edit({ ...pipeline, stages: without(pipeline.stages, at) })}
          />
        )}
        {tab === "settings" && (
          <SettingsForm pipeline={pipeline} faultAt={fault} onChange={editing.edit} />
        )}
        {tab === "history" && (
          <HistoryPanel
            id={id}
            onRestore={(old) => {
              editing.edit({ ...old, id, key: pipeline.key, archived: pipeline.archived });
              setTab("stages");
            }}
          />
        )}
        <ReviewPanel editing={editing} onGone={() => void navigate({ to: "/pipelines" })} />
      </div>
      <ClashDialog editing={editing} />
    </div>
  );
}

// Whether what was typed is safe, and who saved last.
function Saved({ editing }: { editing: Editing }) {
  const { t, lang } = useT();
  const { view, settled, problem } = editing;
  if (problem)
    return (
      <span className="tag" data-tone="bad" role="alert">
        {t("pipelines.notSaved")} {problemText(problem)}
      </span>
    );
  if (!settled) return <span className="tag">{t("pipelines.saving")}</span>;
  if (!view.exists)
    return (
      <span className="tag" data-tone="good">
        {t("pipelines.version", { version: view.published_version })}
      </span>
    );
  return (
    <span className="tag" data-tone="warn" role="status">
      {t("pipelines.draftSaved", {
        time: view.saved_at ? formatTime(lang, view.saved_at) : "",
        name: view.editor?.name ?? "",
      })}
    </span>
  );
}

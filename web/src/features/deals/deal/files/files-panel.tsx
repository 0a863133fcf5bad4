import { IconFile, IconPaperclip, IconTrash } from "@tabler/icons-react";
import { useRef, useState } from "react";
import {
  contentPath,
  deleteAttachment,
  postAttachment,
  restoreAttachment,
  useAttachments,
} from "@/api/deals/attachments";
import type { Shape } from "@/api/types";
import { Lines } from "@/components/skeleton";
import peopleClasses from "@/features/deals/deal/committee/people.module.css";
import { useDealPage } from "@/features/deals/deal/deal-context";
import classes from "@/features/deals/deal/files/files-panel.module.css";
import { useRecords } from "@/features/deals/deal/use-record";
import { useT } from "@/i18n";
import { formatBytes, formatInstant } from "@/lib/format";

// Files of the deal: chosen, or dropped anywhere on the panel.
export function FilesPanel() {
  const { t } = useT();
  const { deal, mayWrite } = useDealPage();
  const files = useAttachments(deal.id);
  const { run } = useRecords();
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [sending, setSending] = useState<string[]>([]);
  // One after another: a slow line is not made slower by sending all at once.
  const send = async (chosen: File[]) => {
    setSending(chosen.map((file) => file.name));
    for (const file of chosen) {
      let added: Shape<"Attachment"> | undefined;
      await run(
        async () => {
          added = await postAttachment(deal.id, file);
        },
        t("files.added", { name: file.name }),
        async () => added && deleteAttachment(added),
      );
      setSending((names) => names.slice(1));
    }
  };
  return (
    // The same is done from the keyboard by the button.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      className={`panel ${classes.files}`}
      aria-labelledby="files"
      data-over={over || undefined}
      onDragOver={(event) => {
        if (!mayWrite || !event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!mayWrite || !event.dataTransfer.types.includes("Files")) return;
        event.preventDefault();
        setOver(false);
        void send([...event.dataTransfer.files]);
      }}
    >
      <div className="panel-head">
        <h2 className="section-title" id="files">
          {t("files.title")}
        </h2>
        <span className="spring" />
        {mayWrite && (
          <>
            <button
              type="button"
              className="button-link"
              disabled={sending.length > 0}
              onClick={() => chooser.current?.click()}
            >
              <IconPaperclip size={14} aria-hidden /> {t("files.add")}
            </button>
            <input
              ref={chooser}
              type="file"
              multiple
              hidden
              aria-label={t("files.add")}
              onChange={(event) => {
                const chosen = [...(event.target.files ?? [])];
                event.target.value = "";
                void send(chosen);
              }}
            />
          </>
        )}
      </div>
      {!files && (
        <div className="panel-body">
          <Lines count={2} />
        </div>
      )}
      {files?.length === 0 && sending.length === 0 && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t(mayWrite ? "files.none" : "files.noneYet")}
        </p>
      )}
      <ul className={peopleClasses.members}>
        {sending.map((name, index) => (
          <li key={`${name}${index}`} className={peopleClasses.member} aria-busy>
            <span className="faint">{t("files.sending", { name })}</span>
          </li>
        ))}
        {(files ?? []).map((file) => (
          <Item key={file.id} file={file} />
        ))}
      </ul>
    </section>
  );
}

function Item({ file }: { file: Shape<"Attachment"> }) {
  const { t, lang } = useT();
  const { mayWrite } = useDealPage();
  const { run } = useRecords();
  return (
    <li className={peopleClasses.member}>
      <div className={classes.file}>
        <IconFile size={18} stroke={1.6} aria-hidden />
        <div>
          <a href={contentPath(file)} download={file.name}>
            {file.name}
          </a>
          <div className="faint num">
            {formatBytes(lang, file.size)} · {file.uploaded_by_name} ·{" "}
            {formatInstant(lang, file.created_at)}
          </div>
        </div>
      </div>
      {mayWrite && (
        <button
          type="button"
          className={peopleClasses.small}
          aria-label={`${t("common.remove")}: ${file.name}`}
          onClick={() =>
            void run(
              () => deleteAttachment(file),
              t("files.removed", { name: file.name }),
              () => restoreAttachment(file),
            )
          }
        >
          <IconTrash size={14} />
        </button>
      )}
    </li>
  );
}

import { Link } from "@tanstack/react-router";
import type { Shape } from "@/api/types";
import classes from "@/features/team/audit/audit.module.css";
import { eventWords } from "@/features/team/audit/event-words";
import { useT } from "@/i18n";
import { formatInstant } from "@/lib/format";

type Entry = Shape<"AuditEntry">;

export function AuditTable({ entries, waiting }: { entries: Entry[]; waiting: boolean }) {
  const { t, lang } = useT();
  if (!waiting && entries.length === 0)
    return <p className="panel panel-body faint">{t("audit.nothing")}</p>;
  return (
    <section className="panel table-wrap" aria-label={t("audit.title")} tabIndex={0}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t("audit.when")}</th>
            <th scope="col">{t("audit.who")}</th>
            <th scope="col">{t("audit.what")}</th>
            <th scope="col">{t("audit.record")}</th>
            <th scope="col">{t("audit.details")}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td className={classes.when}>{formatInstant(lang, entry.at)}</td>
              <td className={classes.whole}>{entry.actor ?? t("audit.system")}</td>
              <td className={classes.whole}>{eventWords(t, entry.kind)}</td>
              <td>
                <RecordName entry={entry} />
              </td>
              <td className={classes.details}>{detailsOf(entry.data)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function RecordName({ entry }: { entry: Entry }) {
  const name =
    entry.subject ?? (entry.subject_id ? `${entry.subject_kind} ${entry.subject_id}` : "");
  if (entry.subject_kind !== "deal") return name;
  return (
    <Link to="/deals/$dealId" params={{ dealId: entry.subject_id }} className="button-link">
      {name}
    </Link>
  );
}

// What the event holds, as it was written down: names and values, nothing interpreted.
function detailsOf(data: unknown): string {
  if (typeof data !== "object" || data === null) return "";
  return Object.entries(data)
    .filter(([, value]) => value !== null && value !== "")
    .map(([name, value]) => `${name}: ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(" · ");
}

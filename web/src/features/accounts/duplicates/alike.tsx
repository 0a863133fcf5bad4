import { Link } from "@tanstack/react-router";
import type { Shape } from "@/api/types";
import classes from "@/features/accounts/duplicates/duplicates.module.css";
import { useT } from "@/i18n";

// What the one that is being typed may already be, under the fields of its form.
export function Alike({
  kind,
  suspects,
  onOpen,
}: {
  kind: Shape<"PartyKind">;
  suspects: Shape<"Suspect">[];
  onOpen: () => void;
}) {
  const { t } = useT();
  return (
    <div role="status">
      {suspects.length > 0 && (
        <div className={classes.hint}>
          <p>{t("alike.typing")}</p>
          <ul>
            {suspects.map(({ party, score, why }) => (
              <li key={party.id}>
                <Link to={`/${kind}s/${party.id}` as "/"} className="button-link" onClick={onOpen}>
                  {party.name}
                </Link>{" "}
                <span className="soft">{party.detail}</span>
                <div className="soft">{t("alike.why", { score, why })}</div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

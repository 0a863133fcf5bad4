import { Link } from "@tanstack/react-router";
import type { Shape } from "@/api/types";
import classes from "@/features/accounts/record/record.module.css";
import { useT } from "@/i18n";

const indentPx = 16;

// The companies above this one and below it, as far as one may see them.
export function TreePanel({
  account,
  relations,
}: {
  account: Shape<"Account">;
  relations: Shape<"AccountRelations">;
}) {
  const { t } = useT();
  const { parents, subsidiaries } = relations;
  const own = parents.length;
  const lines = [
    ...parents.map((each, depth) => ({ ...each, depth })),
    { id: account.id, name: account.name, depth: own },
    ...subsidiaries.map((each) => ({ ...each, depth: own + each.depth })),
  ];
  return (
    <section className="panel" aria-labelledby="tree">
      <div className="panel-head">
        <h2 className="section-title" id="tree">
          {t("accounts.hierarchy")}
        </h2>
      </div>
      {lines.length === 1 ? (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("accounts.alone")}
        </p>
      ) : (
        <ul className={classes.rows}>
          {lines.map((line) => (
            <li key={line.id} style={{ paddingLeft: 16 + line.depth * indentPx }}>
              {line.id === account.id ? (
                <span aria-current="true">{line.name}</span>
              ) : (
                <Link to="/accounts/$accountId" params={{ accountId: line.id }}>
                  {line.name}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { lazy, Suspense, useState } from "react";
import { postDistinction, useSuspectPairs } from "@/api/accounts/duplicates";
import { useMay } from "@/api/team/me";
import { useUsers } from "@/api/team/users";
import type { Shape } from "@/api/types";
import { ErrorPanel } from "@/components/error-panel";
import { Picker } from "@/components/picker";
import { Lines } from "@/components/skeleton";
import classes from "@/features/accounts/duplicates/duplicates.module.css";
import { useT } from "@/i18n";
import { usePageTitle } from "@/lib/page-title";
import { toast, toastProblem } from "@/lib/toast";

const MergeDialog = lazy(() => import("@/features/accounts/merge/merge-dialog"));

type Kind = Shape<"PartyKind">;

export function DuplicatesPage() {
  const { t } = useT();
  usePageTitle(t("alike.title"));
  const { kind = "account" } = useSearch({ from: "/app/duplicates" });
  const navigate = useNavigate();
  const found = useSuspectPairs(kind);
  const pairs = found.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <div className="page">
      <div className="page-head">
        <h1 className="page-title">{t("alike.title")}</h1>
        <Picker
          label={t("alike.kind")}
          hideLabel
          value={kind}
          options={[
            { value: "account", label: t("accounts.title") },
            { value: "contact", label: t("contacts.title") },
          ]}
          onChange={(chosen) =>
            void navigate({
              to: "/duplicates",
              search: chosen === "contact" ? { kind: "contact" } : {},
              replace: true,
            })
          }
        />
        <span className="soft">{t("alike.page")}</span>
      </div>
      {found.isPending && <Lines count={6} />}
      {found.isError && pairs.length === 0 && (
        <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
      )}
      {found.isSuccess && pairs.length === 0 && !found.hasNextPage && (
        <p className="soft" role="status">
          {t("alike.none")}
        </p>
      )}
      <ul className={classes.pairs}>
        {pairs.map((pair) => (
          <Pair key={`${pair.first.id}-${pair.second.id}`} kind={kind} pair={pair} />
        ))}
      </ul>
      {found.hasNextPage && (
        <button
          type="button"
          className="button-plain"
          disabled={found.isFetchingNextPage}
          onClick={() => void found.fetchNextPage()}
        >
          {t("alike.nextPart")}
        </button>
      )}
    </div>
  );
}

function Pair({ kind, pair }: { kind: Kind; pair: Shape<"SuspectPair"> }) {
  const { t } = useT();
  const queryClient = useQueryClient();
  const mayWrite = useMay("accounts.write");
  const [merging, setMerging] = useState(false);
  const names = { first: pair.first.name, second: pair.second.name };
  const tellApart = async (distinct: boolean) => {
    try {
      await postDistinction({
        kind,
        first_id: pair.first.id,
        second_id: pair.second.id,
        distinct,
      });
      await queryClient.invalidateQueries({ queryKey: [`${kind}s`, "pairs"] });
      if (distinct) toast(t("alike.remembered", names), () => tellApart(false));
      else toast(t("common.undone"));
    } catch (problem) {
      toastProblem(problem);
    }
  };
  return (
    <li className={`panel ${classes.pair}`}>
      <Party kind={kind} party={pair.first} />
      <Party kind={kind} party={pair.second} />
      <div className={`soft ${classes.why}`}>
        {t("alike.why", { score: pair.score, why: pair.why })}
      </div>
      {mayWrite && (
        <div className={classes.choices}>
          <button
            type="button"
            className="button-primary"
            aria-label={t("merge.startPairOf", names)}
            onClick={() => setMerging(true)}
          >
            {t("merge.startPair")}
          </button>
          <button
            type="button"
            className="button-plain"
            aria-label={t("alike.notSameOf", names)}
            onClick={() => void tellApart(true)}
          >
            {t("alike.notSame")}
          </button>
        </div>
      )}
      {merging && (
        <Suspense fallback={null}>
          <MergeDialog
            kind={kind}
            first={pair.first}
            second={pair.second}
            onClose={() => setMerging(false)}
          />
        </Suspense>
      )}
    </li>
  );
}

function Party({ kind, party }: { kind: Kind; party: Shape<"Party"> }) {
  const owner = useUsers().find((user) => user.id === party.owner_id);
  return (
    <div className={classes.party}>
      <Link to={`/${kind}s/${party.id}` as "/"} className="button-link">
        {party.name}
      </Link>
      <div className="soft">
        {[party.detail, party.phone, owner?.name].filter((text) => text).join(" · ")}
      </div>
    </div>
  );
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { revokeToken, tokensQuery } from "@/api/team/tokens";
import classes from "@/features/team/account/account.module.css";
import { TokenForm } from "@/features/team/account/token-form";
import { useT } from "@/i18n";
import { formatDate } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

export function TokenList() {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  const tokens = useQuery(tokensQuery).data?.items ?? [];
  const [making, setMaking] = useState(false);
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: () => toast(t("account.tokenRevoked")),
    onError: toastProblem,
    onSettled: () => queryClient.invalidateQueries({ queryKey: ["tokens"] }),
  });
  return (
    <>
      <ul className={classes.list}>
        {tokens.map((token) => (
          <li key={token.id} className={classes.line}>
            <div className={classes.what}>
              <strong>{token.name}</strong>{" "}
              <span className="tag">
                {t(token.scopes.includes("write") ? "account.scopeWrite" : "account.scopeRead")}
              </span>
              <div className="faint">
                {t("account.tokenUntil", { date: formatDate(lang, token.expires_on) })}
              </div>
            </div>
            <button
              type="button"
              className="button-plain"
              aria-label={t("account.revokeOf", { name: token.name })}
              onClick={() => revoke.mutate(token.id)}
            >
              {t("account.revoke")}
            </button>
          </li>
        ))}
      </ul>
      <button type="button" className="button-plain" onClick={() => setMaking(true)}>
        {t("account.newToken")}
      </button>
      {making && <TokenForm onClose={() => setMaking(false)} />}
    </>
  );
}

import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { postApproval } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import { ApprovalAnswer } from "@/components/approval-answer";
import classes from "@/features/today/today.module.css";
import { useT } from "@/i18n";
import { formatMoney } from "@/lib/format";
import { toast, toastProblem } from "@/lib/toast";

// What waits for the reader's answer, and what he himself waits for.
export function Approvals({ items }: { items: Shape<"AwaitedApproval">[] }) {
  const { t, lang } = useT();
  const queryClient = useQueryClient();
  if (items.length === 0) return null;
  const answer = async (
    deal: Shape<"DealCard">,
    key: string,
    approve: boolean,
    note: string,
  ): Promise<boolean> => {
    try {
      await postApproval(deal, { criterion_key: key, approve, note });
      toast(t(approve ? "approval.given" : "approval.denied", { deal: deal.name }));
      return true;
    } catch (problem) {
      toastProblem(problem);
      return false;
    } finally {
      void queryClient.invalidateQueries({ queryKey: ["today"] });
      void queryClient.invalidateQueries({ queryKey: ["deal", deal.id] });
    }
  };
  return (
    <section className="panel" aria-labelledby="approvals">
      <div className="panel-head">
        <h2 className="section-title" id="approvals">
          {t("approval.title")}
        </h2>
      </div>
      <ul className={classes.risks}>
        {items.map(({ deal, request }) => (
          <li key={`${deal.id} ${request.criterion_key}`} className={classes.risk}>
            <span className={classes.about}>
              <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
                {deal.name}
              </Link>
              {deal.amount && <span className="num">{formatMoney(lang, deal.amount)}</span>}
              {!request.may_answer && <span className="tag">{t("approval.yourRequest")}</span>}
            </span>
            <ApprovalAnswer
              request={request}
              onAnswer={(approve, note) => answer(deal, request.criterion_key, approve, note)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

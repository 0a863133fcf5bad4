import type { FunnelNumber } from "@/api/cycle/funnel";
import { useT } from "@/i18n";
import { formatNumber } from "@/lib/format";

// A number of deals, and the way to them.
export function DealsButton({
  deals,
  what,
  number,
  open,
}: {
  deals: number;
  what: string;
  number: FunnelNumber;
  open: (number: FunnelNumber) => Promise<void>;
}) {
  const { t, lang } = useT();
  const text = formatNumber(lang, deals);
  if (deals === 0) return <span className="num">{text}</span>;
  return (
    <button
      type="button"
      className="button-link num"
      aria-label={t("funnel.openDeals", { n: text, what })}
      onClick={() => void open(number)}
    >
      {text}
    </button>
  );
}

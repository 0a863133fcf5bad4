import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { patchDeal } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import classes from "@/features/deals/deal/committee/people.module.css";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { LineForm } from "@/features/deals/deal/products/line-form";
import { lineTotal } from "@/features/deals/deal/products/lines";
import { useT } from "@/i18n";
import { formatMoney, formatNumber, formatPercent } from "@/lib/format";

type Line = Shape<"ProductLine">;
type Deal = Shape<"DealDetail">;

// What is being sold. The lines are saved as a whole, as the API takes them.
export function ProductsPanel() {
  const { t, lang } = useT();
  const { deal, mayWrite, write } = useDealPage();
  const [editing, setEditing] = useState<number | "new" | null>(null);
  const close = () => setEditing(null);
  const save = (lines: Line[], base: Deal) =>
    write(
      (current) =>
        patchDeal(current, {
          product_lines: lines.map(({ product_id, quantity, price, discount_bps }) => ({
            product_id,
            quantity,
            discount_bps,
            ...(price ? { price } : {}),
          })),
        }),
      { what: t("products.title"), mine: textOf(lines), theirs: (found) => textOf(found.products) },
      { base },
    );
  const textOf = (lines: Line[]) =>
    lines
      .map(
        (line) =>
          `${line.name} × ${line.quantity}` +
          (line.price ? ` · ${formatMoney(lang, line.price)}` : "") +
          (line.discount_bps ? ` · −${formatPercent(lang, line.discount_bps / 10_000, 2)}` : ""),
      )
      .join(", ") || "–";
  const total = deal.products.reduce((sum, line) => sum + (lineTotal(line) ?? 0), 0);
  const currencies = new Set(deal.products.flatMap((line) => line.price?.currency ?? []));
  const [currency] = currencies;
  return (
    <section className="panel" aria-labelledby="products">
      <div className="panel-head">
        <h2 className="section-title" id="products">
          {t("products.title")}
        </h2>
        <span className="spring" />
        {currency && currencies.size === 1 && (
          <span className="soft num">{formatMoney(lang, { minor: total, currency })}</span>
        )}
        {mayWrite && (
          <button type="button" className="button-link" onClick={() => setEditing("new")}>
            <IconPlus size={14} aria-hidden /> {t("products.add")}
          </button>
        )}
      </div>
      {deal.products.length === 0 && editing !== "new" && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("products.none")}
        </p>
      )}
      <ul className={classes.members}>
        {deal.products.map((line) =>
          editing === line.product_id ? (
            <li key={line.product_id} className="panel-body">
              <LineForm
                line={line}
                onClose={close}
                onSave={(changed, base) =>
                  save(
                    base.products.map((each) =>
                      each.product_id === line.product_id ? changed : each,
                    ),
                    base,
                  )
                }
              />
            </li>
          ) : (
            <LineRow
              key={line.product_id}
              line={line}
              onEdit={() => setEditing(line.product_id)}
              onRemove={() =>
                void save(
                  deal.products.filter((each) => each !== line),
                  deal,
                )
              }
            />
          ),
        )}
      </ul>
      {editing === "new" && (
        <div className="panel-body">
          <LineForm
            line={null}
            onClose={close}
            onSave={(line, base) =>
              save(
                [...base.products.filter((each) => each.product_id !== line.product_id), line],
                base,
              )
            }
          />
        </div>
      )}
    </section>
  );
}

function LineRow({
  line,
  onEdit,
  onRemove,
}: {
  line: Line;
  onEdit: () => void;
  onRemove: () => void;
}) {
  const { t, lang } = useT();
  const { mayWrite } = useDealPage();
  const total = lineTotal(line);
  return (
    <li className={classes.member}>
      <div>
        <strong>{line.name}</strong>
        <span className="faint num"> × {formatNumber(lang, line.quantity, 2)}</span>
        {line.price && (
          <div className="faint num">
            {formatMoney(lang, line.price)}
            {line.discount_bps > 0 &&
              ` · ${t("products.less", { percent: formatPercent(lang, line.discount_bps / 10_000, 2) })}`}
          </div>
        )}
      </div>
      <span className="num">
        {line.price && total !== null && formatMoney(lang, { ...line.price, minor: total })}
        {mayWrite && (
          <>
            {" "}
            <button
              type="button"
              className="button-link"
              aria-label={`${t("common.edit")}: ${line.name}`}
              onClick={onEdit}
            >
              {t("common.edit")}
            </button>
            <button
              type="button"
              className={classes.small}
              aria-label={`${t("common.remove")}: ${line.name}`}
              onClick={onRemove}
            >
              <IconX size={14} />
            </button>
          </>
        )}
      </span>
    </li>
  );
}

import { IconPlus, IconX } from "@tabler/icons-react";
import { useState } from "react";
import { useProducts } from "@/api/accounts/products";
import { patchDeal } from "@/api/deals/change-deal";
import type { Shape } from "@/api/types";
import { Picker } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import fields from "@/features/deals/deal/inline-field.module.css";
import classes from "@/features/deals/deal/panels/people.module.css";
import { InlineForm } from "@/features/deals/deal/inline-field";
import { useT } from "@/i18n";
import { formatMoney, formatNumber } from "@/lib/format";

type Line = Shape<"ProductLine">;

// What is being sold. The lines are saved as a whole, as the API takes them.
export function ProductsPanel() {
  const { t, lang } = useT();
  const { deal, mayWrite, write } = useDealPage();
  const [adding, setAdding] = useState(false);
  const save = (lines: Line[]) =>
    write(
      (current) =>
        patchDeal(current, {
          product_lines: lines.map(({ product_id, quantity, price }) => ({
            product_id,
            quantity,
            ...(price ? { price } : {}),
          })),
        }),
      {
        what: t("products.title"),
        mine: lines.map((line) => line.name).join(", ") || "–",
        theirs: (found) => found.products.map((line) => line.name).join(", ") || "–",
      },
    );
  const total = deal.products.reduce(
    (sum, line) => sum + line.quantity * (line.price?.minor ?? 0),
    0,
  );
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
          <button type="button" className="button-link" onClick={() => setAdding(true)}>
            <IconPlus size={14} aria-hidden /> {t("products.add")}
          </button>
        )}
      </div>
      {deal.products.length === 0 && !adding && (
        <p className="panel-body faint" style={{ margin: 0 }}>
          {t("products.none")}
        </p>
      )}
      <ul className={classes.members}>
        {deal.products.map((line) => (
          <li key={line.product_id} className={classes.member}>
            <span>
              <strong>{line.name}</strong>
              <span className="faint num"> × {formatNumber(lang, line.quantity, 2)}</span>
            </span>
            <span className="num">
              {line.price &&
                formatMoney(lang, { ...line.price, minor: line.price.minor * line.quantity })}
              {mayWrite && (
                <button
                  type="button"
                  className={classes.small}
                  aria-label={`${t("common.remove")}: ${line.name}`}
                  onClick={() => void save(deal.products.filter((each) => each !== line))}
                >
                  <IconX size={14} />
                </button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {adding && (
        <div className="panel-body">
          <LineForm
            onClose={() => setAdding(false)}
            onSave={(line) =>
              save([...deal.products.filter((each) => each.product_id !== line.product_id), line])
            }
          />
        </div>
      )}
    </section>
  );
}

function LineForm({
  onSave,
  onClose,
}: {
  onSave: (line: Line) => Promise<boolean>;
  onClose: () => void;
}) {
  const { t, lang } = useT();
  const products = useProducts().filter((product) => product.active);
  const [id, setId] = useState<string | null>(null);
  const [quantity, setQuantity] = useState("1");
  const product = products.find((each) => String(each.id) === id);
  const count = Number(quantity);
  return (
    <InlineForm
      onClose={onClose}
      disabled={!product || !(count > 0)}
      onSave={() =>
        product
          ? onSave({
              product_id: product.id,
              name: product.name,
              quantity: count,
              price: product.price,
            })
          : Promise.resolve(false)
      }
    >
      <div className="form-row">
        <Picker
          label={t("products.product")}
          empty={t("common.choose")}
          value={id}
          options={products.map((each) => ({
            value: String(each.id),
            label: each.price ? `${each.name} · ${formatMoney(lang, each.price)}` : each.name,
          }))}
          onChange={setId}
        />
        <label className={fields.labelled}>
          {t("products.quantity")}
          <input
            className={fields.input}
            type="number"
            min="1"
            step="1"
            value={quantity}
            onChange={(event) => setQuantity(event.target.value)}
          />
        </label>
      </div>
    </InlineForm>
  );
}

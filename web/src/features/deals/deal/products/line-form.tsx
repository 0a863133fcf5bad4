import { useState } from "react";
import { useProducts } from "@/api/accounts/products";
import { useCurrency } from "@/api/pipeline/pipelines";
import type { Shape } from "@/api/types";
import { MoneyInput } from "@/components/money-input";
import { Picker } from "@/components/picker";
import { useDealPage } from "@/features/deals/deal/deal-context";
import { InlineForm, type Save } from "@/features/deals/deal/inline-field";
import fields from "@/components/inline-field.module.css";
import { parsePercent } from "@/features/deals/deal/products/lines";
import { useT } from "@/i18n";
import { formatMoney } from "@/lib/format";

type Line = Shape<"ProductLine">;

// A line of the deal, or a new one: which product, how many, at which price, less what.
export function LineForm({
  line,
  onSave,
  onClose,
}: {
  line: Line | null;
  onSave: Save<Line>;
  onClose: () => void;
}) {
  const { t, lang } = useT();
  const { deal } = useDealPage();
  const own = useCurrency();
  const products = useProducts().filter((product) => product.active);
  const [id, setId] = useState<string | null>(line ? String(line.product_id) : null);
  const [quantity, setQuantity] = useState(String(line?.quantity ?? 1));
  const [price, setPrice] = useState<Shape<"MoneyInput"> | null>(line?.price ?? null);
  const [discount, setDiscount] = useState(line ? String(line.discount_bps / 100) : "");
  const product = products.find((each) => String(each.id) === id);
  const count = Number(quantity);
  const percent = parsePercent(discount);
  const wrong = !(line || product) || !(count > 0) || percent === null;
  return (
    <InlineForm
      onClose={onClose}
      disabled={wrong}
      onSave={(base) =>
        wrong
          ? Promise.resolve(false)
          : onSave(
              {
                product_id: line?.product_id ?? product?.id ?? 0,
                name: line?.name ?? product?.name ?? "",
                quantity: count,
                price: price
                  ? { minor: price.minor, currency: price.currency ?? own }
                  : (product?.price ?? null),
                discount_bps: percent,
              },
              base,
            )
      }
    >
      {line ? (
        <strong>{line.name}</strong>
      ) : (
        <Picker
          label={t("products.product")}
          empty={t("common.choose")}
          value={id}
          options={products.map((each) => ({
            value: String(each.id),
            label: each.price ? `${each.name} · ${formatMoney(lang, each.price)}` : each.name,
          }))}
          onChange={(chosen) => {
            setId(chosen);
            setPrice(products.find((each) => String(each.id) === chosen)?.price ?? null);
          }}
        />
      )}
      <div className="form-row">
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
        <MoneyInput
          key={id}
          label={t("products.price")}
          size="xs"
          currency={price?.currency ?? deal.amount?.currency ?? own}
          value={price}
          onChange={setPrice}
        />
        <label className={fields.labelled}>
          {t("products.discount")}
          <input
            className={fields.input}
            inputMode="decimal"
            placeholder="0"
            aria-invalid={percent === null || undefined}
            value={discount}
            onChange={(event) => setDiscount(event.target.value)}
          />
        </label>
      </div>
    </InlineForm>
  );
}

-- The price of a line is in a currency of its own; '' where the line has no price.
ALTER TABLE deal_products ADD COLUMN currency TEXT NOT NULL DEFAULT '';
UPDATE deal_products SET currency = COALESCE(
    (SELECT p.currency FROM products p WHERE p.id = deal_products.product_id), '')
  WHERE price_minor IS NOT NULL;

-- A contact that can be reached no longer concerns the deals it sits on.
CREATE INDEX deal_contacts_by_contact ON deal_contacts (contact_id);

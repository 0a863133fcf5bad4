#include "platform/base/text_fold.h"
#include "sales/accounts/account_store.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kProductTaken{"product.name_taken", "There is a product named “{name}” already.",
                               "已有名为“{name}”的产品。"};

constexpr std::string_view kProductColumns =
    "SELECT id, version, name, code, price_minor, currency, active, external_key FROM products ";

Product product_from(const db::Row& row) {
  Product product;
  product.id = row.id<ProductId>(0);
  product.version = row.integer(1);
  product.name = row.string(2);
  product.code = row.optional_text(3).value_or("");
  if (!row.is_null(4))
    product.price = Money{row.integer(4),
                          Currency::parse(row.optional_text(5).value_or("")).value_or(Currency())};
  product.active = row.integer(6) != 0;
  product.external_key = row.optional_text(7);
  return product;
}

}  // namespace

std::optional<Product> find_product(db::Connection& connection, ProductId id) {
  static const std::string sql = std::string(kProductColumns) + "WHERE id = $1";
  return connection.first(sql, product_from, id);
}

std::optional<Product> find_product_by_name(db::Connection& connection, std::string_view name) {
  static const std::string sql = std::string(kProductColumns) + "WHERE name_key = $1";
  return connection.first(sql, product_from, fold(name));
}

std::vector<Product> products_after(db::Connection& connection, ProductId after, int limit) {
  static const std::string sql =
      std::string(kProductColumns) + "WHERE id > $1 ORDER BY id LIMIT $2";
  std::vector<Product> products;
  connection.each(
      sql, [&](const db::Row& row) { products.push_back(product_from(row)); }, after, limit);
  return products;
}

std::vector<Product> list_products(db::Connection& connection) {
  static const std::string sql = std::string(kProductColumns) + "ORDER BY name_key, id";
  std::vector<Product> products;
  connection.each(sql, [&](const db::Row& row) { products.push_back(product_from(row)); });
  return products;
}

Result<void> insert_product(journal::Work& work, Product& product, EventOf<Product> why) {
  if (find_product_by_name(work.tx, product.name))
    return Error(Error::Code::conflict, {kProductTaken, {{"name", product.name}}});
  product.version = 1;
  work.tx.each(
      "INSERT INTO products (version, name, name_key, code, price_minor, currency, active, "
      "external_key, created_at) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
      [&](const db::Row& row) { product.id = row.id<ProductId>(0); }, product.name,
      fold(product.name), product.code,
      product.price ? std::optional(product.price->minor) : std::nullopt,
      product.price ? product.price->currency.code() : std::string_view(), product.active ? 1 : 0,
      product.external_key, work.now);
  work.append(why(product).about({kProductSubject, product.id.value}));
  return {};
}

Result<void> save_product(journal::Work& work, Product& product, EventOf<Product> why) {
  const auto namesake = find_product_by_name(work.tx, product.name);
  if (namesake && namesake->id != product.id)
    return Error(Error::Code::conflict, {kProductTaken, {{"name", product.name}}});
  if (work.tx.execute("UPDATE products SET version = version + 1, name = $3, name_key = $4, "
                      "code = $5, price_minor = $6, currency = $7, active = $8 "
                      "WHERE id = $1 AND version = $2",
                      product.id, product.version, product.name, fold(product.name), product.code,
                      product.price ? std::optional(product.price->minor) : std::nullopt,
                      product.price ? product.price->currency.code() : std::string_view(),
                      product.active ? 1 : 0) == 0)
    return stale_record();
  ++product.version;
  work.append(why(product).about({kProductSubject, product.id.value}));
  return {};
}

}  // namespace stagecoach::sales

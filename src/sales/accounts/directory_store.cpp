#include "sales/accounts/directory.h"

namespace stagecoach::sales {
namespace {

RecordOwner owner_in(const db::Row& row) {
  return {row.id<UserId>(0), row.optional<TeamId>(1).value_or(TeamId())};
}

}  // namespace

std::optional<AccountRef> find_account_ref(db::Connection& connection, AccountId id) {
  return connection.first(
      "SELECT name, owner_id, team_id FROM accounts WHERE id = $1 AND deleted_at IS NULL",
      [&](const db::Row& row) {
        return AccountRef{id, row.string(0), row.id<UserId>(1),
                          row.optional<TeamId>(2).value_or(TeamId())};
      },
      id);
}

std::optional<ContactRef> find_contact_ref(db::Connection& connection, ContactId id) {
  return connection.first(
      "SELECT name, title, account_id, COALESCE(phone, '') <> '' OR COALESCE(email, '') <> '', "
      "owner_id, team_id FROM contacts WHERE id = $1 AND deleted_at IS NULL",
      [&](const db::Row& row) {
        return ContactRef{id,
                          row.string(0),
                          row.optional_text(1).value_or(""),
                          row.optional<AccountId>(2).value_or(AccountId()),
                          row.boolean(3),
                          row.id<UserId>(4),
                          row.optional<TeamId>(5).value_or(TeamId())};
      },
      id);
}

std::optional<ProductRef> find_product_ref(db::Connection& connection, ProductId id) {
  return connection.first(
      "SELECT name, price_minor, currency FROM products WHERE id = $1",
      [&](const db::Row& row) {
        ProductRef product{id, row.string(0), {}};
        if (!row.is_null(1))
          product.price =
              Money{row.integer(1),
                    Currency::parse(row.optional_text(2).value_or("")).value_or(Currency())};
        return product;
      },
      id);
}

std::optional<RecordOwner> owner_of_account(db::Connection& connection, AccountId id) {
  return connection.first("SELECT owner_id, team_id FROM accounts WHERE id = $1", owner_in, id);
}

std::optional<RecordOwner> owner_of_contact(db::Connection& connection, ContactId id) {
  return connection.first("SELECT owner_id, team_id FROM contacts WHERE id = $1", owner_in, id);
}

}  // namespace stagecoach::sales

#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"
#include "sales/accounts/account_columns.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/accounts/merge/party_merge.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kMovedOn{"merge.moved_on",
                          "What was merged was undone or changed since, and cannot be taken back.",
                          "合并后的记录已被撤销或修改，无法再撤销合并。"};
constexpr int kParentsMax = 50;

// `$1` id, `$2` version, `$3` now, `$4` the survivor.
#define RETIRE(table)                                                                   \
  "UPDATE " table                                                                       \
  " SET version = version + 1, deleted_at = $3, external_key = NULL, merged_into = $4 " \
  "WHERE id = $1 AND version = $2 AND deleted_at IS NULL"
// `$2` is the version it was retired at, `$5` its external key, unless somebody else has it by now.
#define REVIVE(table)                                                                    \
  "UPDATE " table                                                                        \
  " SET version = version + 1, deleted_at = NULL, merged_into = NULL, updated_at = $3, " \
  "external_key = CASE WHEN EXISTS (SELECT 1 FROM " table                                \
  " taken WHERE taken.external_key = $5) THEN NULL ELSE $5 END "                         \
  "WHERE id = $1 AND version = $2 AND merged_into = $4 AND deleted_at IS NOT NULL"

#define INHERIT(table) \
  "UPDATE " table " SET external_key = $2 WHERE id = $1 AND external_key IS NULL"
#define GIVE_BACK(table) \
  "UPDATE " table " SET external_key = NULL WHERE id = $1 AND external_key = $2"

template <class T, class SomeId>
Result<void> retire_in(journal::Work& work, std::string_view sql, std::string_view inherit,
                       T& other, SomeId survivor, journal::Draft why, std::string_view subject,
                       std::size_t cause) {
  if (work.tx.execute(sql, other.id, other.version, work.now, survivor) == 0) return stale_record();
  ++other.version;
  // What is imported again is then found where it went.
  if (other.external_key) work.tx.execute(inherit, survivor, other.external_key);
  work.append(std::move(why).about({subject, other.id.value}).led_to_by(cause));
  return {};
}

template <class T, class SomeId>
Result<void> revive_in(journal::Work& work, std::string_view sql, std::string_view give_back,
                       const T& was, SomeId survivor, journal::Draft why, std::string_view subject,
                       std::size_t cause) {
  if (was.external_key) work.tx.execute(give_back, survivor, was.external_key);
  if (work.tx.execute(sql, was.id, was.version, work.now, survivor, was.external_key) == 0)
    return Error(Error::Code::conflict, kMovedOn);
  work.append(std::move(why).about({subject, was.id.value}).led_to_by(cause));
  return {};
}

template <class SomeId>
std::vector<SomeId> ids_where(db::Connection& connection, std::string_view sql, AccountId account) {
  std::vector<SomeId> ids;
  connection.each(
      sql, [&](const db::Row& row) { ids.push_back(row.id<SomeId>(0)); }, account);
  return ids;
}

// Moves records of a table from one account to another; `set` ends before the new account's id,
// `where` before the old one's, `columns` are returned for `each`.
template <class SomeId, class Each>
void move_in(journal::Work& work, const std::vector<SomeId>& ids, std::string_view table,
             std::string_view link, AccountId from, AccountId to, std::string_view columns,
             Each each) {
  db::in_batches(ids, [&](std::span<const SomeId> batch) {
    db::SqlText sql("UPDATE ");
    sql.add(table).add(" SET version = version + 1, updated_at = ").bind(work.now);
    sql.add(", ").add(link).add(" = ").bind(to);
    sql.add(" WHERE ").add(link).add(" = ").bind(from).add(" AND id IN ").bind_list(batch);
    sql.add(" RETURNING ").add(columns);
    work.tx.each_of(sql.text(), sql.params(), each);
  });
}

}  // namespace

std::optional<Account> merge_part(db::Connection& connection, AccountId id) {
  return find_account(connection, id);
}
std::optional<Contact> merge_part(db::Connection& connection, ContactId id) {
  return find_contact(connection, id);
}

Result<void> save_part(journal::Work& work, Account& account) {
  return save_account(work, account, told<AccountChanged>);
}
Result<void> save_part(journal::Work& work, Contact& contact) {
  return save_contact(work, contact, told<ContactChanged>);
}

Result<void> retire(journal::Work& work, Account& other, AccountId survivor, std::size_t cause) {
  return retire_in(work, RETIRE("accounts"), INHERIT("accounts"), other, survivor,
                   journal::because(AccountDeleted{other.name}), kAccountSubject, cause);
}
Result<void> retire(journal::Work& work, Contact& other, ContactId survivor, std::size_t cause) {
  return retire_in(work, RETIRE("contacts"), INHERIT("contacts"), other, survivor,
                   journal::because(ContactDeleted{other.name}), kContactSubject, cause);
}

Result<void> revive(journal::Work& work, const Account& was, AccountId survivor,
                    std::size_t cause) {
  return revive_in(work, REVIVE("accounts"), GIVE_BACK("accounts"), was, survivor,
                   journal::because(AccountRestored{was.name}), kAccountSubject, cause);
}
Result<void> revive(journal::Work& work, const Contact& was, ContactId survivor,
                    std::size_t cause) {
  return revive_in(work, REVIVE("contacts"), GIVE_BACK("contacts"), was, survivor,
                   journal::because(ContactRestored{was.name}), kContactSubject, cause);
}

std::vector<ContactId> contacts_of(db::Connection& connection, AccountId account) {
  return ids_where<ContactId>(connection,
                              "SELECT id FROM contacts WHERE account_id = $1 ORDER BY id", account);
}
std::vector<AccountId> companies_below(db::Connection& connection, AccountId account) {
  return ids_where<AccountId>(connection,
                              "SELECT id FROM accounts WHERE parent_id = $1 ORDER BY id", account);
}

std::vector<ContactId> move_contacts(journal::Work& work, const std::vector<ContactId>& ids,
                                     AccountId from, AccountId to, std::size_t cause) {
  std::vector<ContactId> moved;
  move_in(work, ids, "contacts", "account_id", from, to, kContactFields, [&](const db::Row& row) {
    const Contact contact = contact_from(row);
    moved.push_back(contact.id);
    work.append(
        told<ContactChanged>(contact).about({kContactSubject, contact.id.value}).led_to_by(cause));
  });
  return moved;
}

std::vector<AccountId> move_companies(journal::Work& work, const std::vector<AccountId>& ids,
                                      AccountId from, AccountId to, std::size_t cause) {
  std::vector<AccountId> moved;
  move_in(work, ids, "accounts", "parent_id", from, to, kAccountFields, [&](const db::Row& row) {
    const Account account = account_from(row);
    moved.push_back(account.id);
    work.append(
        told<AccountChanged>(account).about({kAccountSubject, account.id.value}).led_to_by(cause));
  });
  return moved;
}

bool lies_below(db::Connection& connection, const Account& account, AccountId above) {
  std::optional<AccountId> next = account.parent_id;
  for (int depth = 0; next && depth < kParentsMax; ++depth) {
    if (*next == above) return true;
    const auto parent = find_account(connection, *next);
    next = parent ? parent->parent_id : std::nullopt;
  }
  return false;
}

}  // namespace stagecoach::sales

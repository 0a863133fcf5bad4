#include "sales/accounts/account_store.h"

#include <limits>

#include "platform/base/text_fold.h"
#include "platform/db/search.h"
#include "platform/http/list_cursor.h"
#include "sales/accounts/account_search.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kKeyTaken{"record.external_key_taken",
                           "Another record already has the external key “{key}”.",
                           "外部编号“{key}”已被另一条记录使用。"};
constexpr int kLimitDefault = 50;

#define ACCOUNT_COLUMNS                                                                      \
  "id, version, name, domain, phone, region, industry, size, parent_id, owner_id, team_id, " \
  "external_key, created_at, updated_at, name_key "
#define CONTACT_COLUMNS                                                                   \
  "id, version, account_id, name, title, email, phone, owner_id, team_id, external_key, " \
  "created_at, updated_at, name_key "
constexpr std::string_view kAccountColumns = "SELECT " ACCOUNT_COLUMNS "FROM accounts WHERE ";
constexpr std::string_view kContactColumns = "SELECT " CONTACT_COLUMNS "FROM contacts WHERE ";

Account account_from(const db::Row& row) {
  Account account;
  account.id = row.id<AccountId>(0);
  account.version = row.integer(1);
  account.name = row.string(2);
  account.domain = row.optional_text(3).value_or("");
  account.phone = row.optional_text(4).value_or("");
  account.region = row.optional_text(5).value_or("");
  account.industry = row.optional_text(6).value_or("");
  account.size = row.optional_text(7).value_or("");
  account.parent_id = row.optional<AccountId>(8);
  account.owner_id = row.id<UserId>(9);
  account.team_id = row.optional<TeamId>(10);
  account.external_key = row.optional_text(11);
  account.created_at = row.instant(12);
  account.updated_at = row.instant(13);
  return account;
}

Contact contact_from(const db::Row& row) {
  Contact contact;
  contact.id = row.id<ContactId>(0);
  contact.version = row.integer(1);
  contact.account_id = row.optional<AccountId>(2);
  contact.name = row.string(3);
  contact.title = row.optional_text(4).value_or("");
  contact.email = row.optional_text(5).value_or("");
  contact.phone = row.optional_text(6).value_or("");
  contact.owner_id = row.id<UserId>(7);
  contact.team_id = row.optional<TeamId>(8);
  contact.external_key = row.optional_text(9);
  contact.created_at = row.instant(10);
  contact.updated_at = row.instant(11);
  return contact;
}

Error key_taken(const std::optional<std::string>& key) {
  return Error(Error::Code::conflict, {kKeyTaken, {{"key", key.value_or("")}}});
}

// Runs the UPDATE … RETURNING and notes the event that `why` makes of each row.
template <class Why>
std::int64_t reassign(journal::Work& work, std::string_view sql, UserId from, const User& to,
                      Why why) {
  std::int64_t given = 0;
  work.tx.each(
      sql,
      [&](const db::Row& row) {
        work.append(why(row));
        ++given;
      },
      from, to.id, to.team_id.value_or(TeamId()), work.now);
  return given;
}

// Runs an UPDATE of one record and notes the event.
template <class SomeId>
Result<void> mark(journal::Work& work, std::string_view sql, SomeId id, std::int64_t version,
                  journal::Draft why) {
  if (work.tx.execute(sql, id, version, work.now) == 0) return stale_record();
  work.append(std::move(why));
  return {};
}

template <class T, class SomeId>
std::vector<T> records_after(db::Connection& connection, std::string_view sql,
                             T (*from)(const db::Row&), SomeId after, int limit) {
  std::vector<T> records;
  connection.each(
      sql, [&](const db::Row& row) { records.push_back(from(row)); }, after, limit);
  return records;
}

// One page by folded name. `select` ends in WHERE; `from` turns a row into a record.
template <class T, class From>
Result<Page<T>> list_records(db::Connection& connection, const Viewer& viewer,
                             const RecordQuery& query, std::string_view table,
                             std::string_view select, int name_key_column, From from) {
  const int limit = query.limit.value_or(kLimitDefault);
  const std::string name(table);
  std::string sql = std::string(select) + "deleted_at IS NULL";
  std::vector<db::Param> params;
  const auto next = [&] { return std::to_string(params.size() + 1); };
  const std::string folded = query.q ? fold(*query.q) : std::string();
  db::SearchClause clause;
  if (!folded.empty()) {
    clause = db::contains_text(connection.engine(), {table, "search_text"}, folded, 1);
    sql += " AND " + clause.condition;
    params.emplace_back(clause.argument);
  }
  if (query.owner_id) {
    sql += " AND owner_id = $" + next();
    params.emplace_back(query.owner_id->value);
  }
  if (query.account_id) {
    sql += " AND account_id = $" + next();
    params.emplace_back(query.account_id->value);
  }
  const SeenBy seen = seen_by(viewer, name, static_cast<int>(params.size()) + 1);
  sql += " AND " + seen.condition;
  seen.bind_to(params);
  http::ListCursor cursor;
  if (query.cursor) {
    cursor = TRY(http::read_cursor(*query.cursor, table));
    sql += " AND (name_key, id) > ($" + next() + ", $" + std::to_string(params.size() + 2) + ")";
    params.emplace_back(cursor.text);
    params.emplace_back(cursor.id);
  }
  sql += " ORDER BY name_key, id LIMIT " + std::to_string(limit + 1);
  Page<T> page;
  bool more = false;
  http::ListCursor last;
  connection.each_of(sql, params, [&](const db::Row& row) {
    if (static_cast<int>(page.items.size()) == limit) {
      more = true;
      return;
    }
    page.items.push_back(from(row));
    last = {row.integer(0), 0, row.string(name_key_column)};
  });
  if (more) page.next_cursor = http::write_cursor(last, table);
  return page;
}

}  // namespace

std::optional<Account> find_account(db::Connection& connection, AccountId id) {
  static const std::string sql = std::string(kAccountColumns) + "id = $1 AND deleted_at IS NULL";
  return connection.first(sql, account_from, id);
}

std::optional<Contact> find_contact(db::Connection& connection, ContactId id) {
  static const std::string sql = std::string(kContactColumns) + "id = $1 AND deleted_at IS NULL";
  return connection.first(sql, contact_from, id);
}

std::optional<Account> find_deleted_account(db::Connection& connection, AccountId id) {
  static const std::string sql =
      std::string(kAccountColumns) + "id = $1 AND deleted_at IS NOT NULL";
  return connection.first(sql, account_from, id);
}

std::optional<Contact> find_deleted_contact(db::Connection& connection, ContactId id) {
  static const std::string sql =
      std::string(kContactColumns) + "id = $1 AND deleted_at IS NOT NULL";
  return connection.first(sql, contact_from, id);
}

std::vector<Account> accounts_after(db::Connection& connection, AccountId after, int limit) {
  static const std::string sql = std::string(kAccountColumns) + "id > $1 ORDER BY id LIMIT $2";
  return records_after(connection, sql, account_from, after, limit);
}

std::vector<Contact> contacts_after(db::Connection& connection, ContactId after, int limit) {
  static const std::string sql = std::string(kContactColumns) + "id > $1 ORDER BY id LIMIT $2";
  return records_after(connection, sql, contact_from, after, limit);
}

std::optional<Account> find_account_by_key(db::Connection& connection,
                                           std::string_view external_key) {
  static const std::string sql =
      std::string(kAccountColumns) + "external_key = $1 AND deleted_at IS NULL";
  return connection.first(sql, account_from, external_key);
}

std::optional<Account> find_account_by_name(db::Connection& connection, std::string_view name) {
  static const std::string sql =
      std::string(kAccountColumns) + "name_key = $1 AND deleted_at IS NULL ORDER BY id LIMIT 1";
  return connection.first(sql, account_from, fold(name));
}

std::optional<Contact> find_contact_by_key(db::Connection& connection,
                                           std::string_view external_key) {
  static const std::string sql =
      std::string(kContactColumns) + "external_key = $1 AND deleted_at IS NULL";
  return connection.first(sql, contact_from, external_key);
}

Result<void> insert_account(journal::Work& work, Account& account, EventOf<Account> why) {
  if (account.external_key && find_account_by_key(work.tx, *account.external_key))
    return key_taken(account.external_key);
  account.version = 1;
  account.created_at = account.updated_at = work.now;
  work.tx.each(
      "INSERT INTO accounts (version, name, name_key, search_text, domain, phone, region, "
      "industry, size, parent_id, owner_id, team_id, external_key, created_at, updated_at) VALUES "
      "(1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $13) RETURNING id",
      [&](const db::Row& row) { account.id = row.id<AccountId>(0); }, account.name,
      fold(account.name), account_search(account), account.domain, account.phone, account.region,
      account.industry, account.size, account.parent_id, account.owner_id, account.team_id,
      account.external_key, work.now);
  work.append(why(account).about({kAccountSubject, account.id.value}));
  return {};
}

Result<void> insert_contact(journal::Work& work, Contact& contact, EventOf<Contact> why) {
  if (contact.external_key && find_contact_by_key(work.tx, *contact.external_key))
    return key_taken(contact.external_key);
  contact.version = 1;
  contact.created_at = contact.updated_at = work.now;
  work.tx.each(
      "INSERT INTO contacts (version, account_id, name, name_key, search_text, title, email, "
      "phone, owner_id, team_id, external_key, created_at, updated_at) VALUES "
      "(1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11) RETURNING id",
      [&](const db::Row& row) { contact.id = row.id<ContactId>(0); }, contact.account_id,
      contact.name, fold(contact.name), contact_search(contact), contact.title, contact.email,
      contact.phone, contact.owner_id, contact.team_id, contact.external_key, work.now);
  work.append(why(contact).about({kContactSubject, contact.id.value}));
  return {};
}

Result<void> save_account(journal::Work& work, Account& account, EventOf<Account> why) {
  account.updated_at = work.now;
  if (work.tx.execute("UPDATE accounts SET version = version + 1, name = $3, name_key = $4, "
                      "search_text = $5, domain = $6, phone = $7, region = $8, industry = $9, "
                      "size = $10, parent_id = $11, owner_id = $12, team_id = $13, updated_at = "
                      "$14 WHERE id = $1 AND version = $2 AND deleted_at IS NULL",
                      account.id, account.version, account.name, fold(account.name),
                      account_search(account), account.domain, account.phone, account.region,
                      account.industry, account.size, account.parent_id, account.owner_id,
                      account.team_id, work.now) == 0)
    return stale_record();
  ++account.version;
  work.append(why(account).about({kAccountSubject, account.id.value}));
  return {};
}

Result<void> save_contact(journal::Work& work, Contact& contact, EventOf<Contact> why) {
  contact.updated_at = work.now;
  if (work.tx.execute("UPDATE contacts SET version = version + 1, account_id = $3, name = $4, "
                      "name_key = $5, search_text = $6, title = $7, email = $8, phone = $9, "
                      "owner_id = $10, team_id = $11, updated_at = $12 "
                      "WHERE id = $1 AND version = $2 AND deleted_at IS NULL",
                      contact.id, contact.version, contact.account_id, contact.name,
                      fold(contact.name), contact_search(contact), contact.title, contact.email,
                      contact.phone, contact.owner_id, contact.team_id, work.now) == 0)
    return stale_record();
  ++contact.version;
  work.append(why(contact).about({kContactSubject, contact.id.value}));
  return {};
}

// `$1` from, `$2` to, `$3` his team (0 = none), `$4` now.
#define REASSIGN(table)                                                                     \
  "UPDATE " table                                                                           \
  " SET version = version + 1, owner_id = $2, team_id = NULLIF($3, 0), "                    \
  "updated_at = $4 WHERE owner_id = $1 AND (owner_id <> $2 OR COALESCE(team_id, 0) <> $3) " \
  "RETURNING "

std::int64_t reassign_accounts(journal::Work& work, UserId from, const User& to,
                               EventOf<Account> why, std::size_t cause) {
  return reassign(work, REASSIGN("accounts") ACCOUNT_COLUMNS, from, to, [&](const db::Row& row) {
    const Account account = account_from(row);
    return why(account).about({kAccountSubject, account.id.value}).led_to_by(cause);
  });
}

std::int64_t reassign_contacts(journal::Work& work, UserId from, const User& to,
                               EventOf<Contact> why, std::size_t cause) {
  return reassign(work, REASSIGN("contacts") CONTACT_COLUMNS, from, to, [&](const db::Row& row) {
    const Contact contact = contact_from(row);
    return why(contact).about({kContactSubject, contact.id.value}).led_to_by(cause);
  });
}

// `$1` id, `$2` version, `$3` now.
#define REMOVE(table)                                                 \
  "UPDATE " table                                                     \
  " SET version = version + 1, deleted_at = $3, external_key = NULL " \
  "WHERE id = $1 AND version = $2 AND deleted_at IS NULL"
#define UNREMOVE(table)                                             \
  "UPDATE " table                                                   \
  " SET version = version + 1, deleted_at = NULL, updated_at = $3 " \
  "WHERE id = $1 AND version = $2 AND deleted_at IS NOT NULL"

Result<void> remove_account(journal::Work& work, const Account& account, journal::Draft why) {
  return mark(work, REMOVE("accounts"), account.id, account.version,
              std::move(why).about({kAccountSubject, account.id.value}));
}

Result<void> remove_contact(journal::Work& work, const Contact& contact, journal::Draft why) {
  return mark(work, REMOVE("contacts"), contact.id, contact.version,
              std::move(why).about({kContactSubject, contact.id.value}));
}

Result<void> unremove_account(journal::Work& work, Account& account, journal::Draft why) {
  TRY(mark(work, UNREMOVE("accounts"), account.id, account.version++,
           std::move(why).about({kAccountSubject, account.id.value})));
  return {};
}

Result<void> unremove_contact(journal::Work& work, Contact& contact, journal::Draft why) {
  TRY(mark(work, UNREMOVE("contacts"), contact.id, contact.version++,
           std::move(why).about({kContactSubject, contact.id.value})));
  return {};
}

Result<Page<Account>> list_accounts(db::Connection& connection, const Viewer& viewer,
                                    const RecordQuery& query) {
  RecordQuery own = query;
  own.account_id.reset();
  return list_records<Account>(connection, viewer, own, "accounts", kAccountColumns, 14,
                               account_from);
}

Result<Page<Contact>> list_contacts(db::Connection& connection, const Viewer& viewer,
                                    const RecordQuery& query) {
  return list_records<Contact>(connection, viewer, query, "contacts", kContactColumns, 12,
                               contact_from);
}

}  // namespace stagecoach::sales

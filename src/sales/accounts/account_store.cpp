#include "sales/accounts/account_store.h"

#include <limits>

#include "platform/base/text_fold.h"
#include "platform/db/sql_text.h"
#include "sales/accounts/account_columns.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_search.h"
#include "sales/accounts/match/match_keys.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

#define ACCOUNT_COLUMNS                                                                      \
  "id, version, name, domain, phone, region, industry, size, parent_id, owner_id, team_id, " \
  "external_key, created_at, updated_at, name_key "
#define CONTACT_COLUMNS                                                                   \
  "id, version, account_id, name, title, email, phone, owner_id, team_id, external_key, " \
  "created_at, updated_at, consent, consent_at, erased_at, name_key "
constinit const std::string_view kAccountColumns = "SELECT " ACCOUNT_COLUMNS "FROM accounts WHERE ";
constinit const std::string_view kContactColumns = "SELECT " CONTACT_COLUMNS "FROM contacts WHERE ";

constinit const std::string_view kAccountFields = ACCOUNT_COLUMNS;
constinit const std::string_view kContactFields = CONTACT_COLUMNS;

namespace {

constexpr Phrase kKeyTaken{"record.external_key_taken",
                           "Another record already has the external key “{key}”.",
                           "外部编号“{key}”已被另一条记录使用。"};

Error key_taken(const std::optional<std::string>& key) {
  return Error(Error::Code::conflict, {kKeyTaken, {{"key", key.value_or("")}}});
}

// Runs the UPDATE … RETURNING and notes the event that `why` makes of each row.
template <class Why>
std::int64_t reassign(journal::Work& work, const db::SqlText& sql, Why why) {
  std::int64_t given = 0;
  work.tx.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    work.append(why(row));
    ++given;
  });
  return given;
}

void add_reassignment(db::SqlText& sql, std::string_view table, const journal::Work& work,
                      UserId from, const User& to) {
  const TeamId team = to.team_id.value_or(TeamId());
  sql.add("UPDATE ").add(table).add(" SET version = version + 1, owner_id = ").bind(to.id);
  sql.add(", team_id = NULLIF(").bind(team).add(", 0), updated_at = ").bind(work.now);
  sql.add(" WHERE owner_id = ").bind(from).add(" AND (owner_id <> ").bind(to.id);
  sql.add(" OR COALESCE(team_id, 0) <> ").bind(team).add(")");
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
  const AccountKeys keys(account);
  account.version = 1;
  account.created_at = account.updated_at = work.now;
  work.tx.each(
      "INSERT INTO accounts (version, name, name_key, search_text, domain, phone, region, "
      "industry, size, parent_id, owner_id, team_id, external_key, created_at, updated_at, "
      "match_name, match_domain, match_phone) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
      "$11, $12, $13, $13, $14, $15, $16) RETURNING id",
      [&](const db::Row& row) { account.id = row.id<AccountId>(0); }, account.name,
      fold(account.name), account_search(account), account.domain, account.phone, account.region,
      account.industry, account.size, account.parent_id, account.owner_id, account.team_id,
      account.external_key, work.now, keys.name, keys.domain, keys.phone);
  work.append(why(account).about({kAccountSubject, account.id.value}));
  return {};
}

Result<void> insert_contact(journal::Work& work, Contact& contact, EventOf<Contact> why) {
  if (contact.external_key && find_contact_by_key(work.tx, *contact.external_key))
    return key_taken(contact.external_key);
  const ContactKeys keys(contact);
  contact.version = 1;
  contact.created_at = contact.updated_at = work.now;
  work.tx.each(
      "INSERT INTO contacts (version, account_id, name, name_key, search_text, title, email, "
      "phone, owner_id, team_id, external_key, created_at, updated_at, consent, consent_at, "
      "match_name, match_email, match_phone) VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, "
      "$11, $11, $12, $13, $14, $15, $16) RETURNING id",
      [&](const db::Row& row) { contact.id = row.id<ContactId>(0); }, contact.account_id,
      contact.name, fold(contact.name), contact_search(contact), contact.title, contact.email,
      contact.phone, contact.owner_id, contact.team_id, contact.external_key, work.now,
      name_of(contact.consent), contact.consent_at, keys.name, keys.email, keys.phone);
  work.append(why(contact).about({kContactSubject, contact.id.value}));
  return {};
}

Result<void> save_account(journal::Work& work, Account& account, EventOf<Account> why) {
  const AccountKeys keys(account);
  account.updated_at = work.now;
  if (work.tx.execute("UPDATE accounts SET version = version + 1, name = $3, name_key = $4, "
                      "search_text = $5, domain = $6, phone = $7, region = $8, industry = $9, "
                      "size = $10, parent_id = $11, owner_id = $12, team_id = $13, updated_at = "
                      "$14, match_name = $15, match_domain = $16, match_phone = $17 "
                      "WHERE id = $1 AND version = $2 AND deleted_at IS NULL",
                      account.id, account.version, account.name, fold(account.name),
                      account_search(account), account.domain, account.phone, account.region,
                      account.industry, account.size, account.parent_id, account.owner_id,
                      account.team_id, work.now, keys.name, keys.domain, keys.phone) == 0)
    return stale_record();
  ++account.version;
  work.append(why(account).about({kAccountSubject, account.id.value}));
  return {};
}

Result<void> save_contact(journal::Work& work, Contact& contact, EventOf<Contact> why) {
  const ContactKeys keys(contact);
  contact.updated_at = work.now;
  if (work.tx.execute("UPDATE contacts SET version = version + 1, account_id = $3, name = $4, "
                      "name_key = $5, search_text = $6, title = $7, email = $8, phone = $9, "
                      "owner_id = $10, team_id = $11, updated_at = $12, consent = $13, "
                      "consent_at = $14, erased_at = $15, match_name = $16, match_email = $17, "
                      "match_phone = $18 "
                      "WHERE id = $1 AND version = $2 AND deleted_at IS NULL",
                      contact.id, contact.version, contact.account_id, contact.name,
                      fold(contact.name), contact_search(contact), contact.title, contact.email,
                      contact.phone, contact.owner_id, contact.team_id, work.now,
                      name_of(contact.consent), contact.consent_at, contact.erased_at, keys.name,
                      keys.email, keys.phone) == 0)
    return stale_record();
  ++contact.version;
  work.append(why(contact).about({kContactSubject, contact.id.value}));
  return {};
}

std::int64_t reassign_accounts(journal::Work& work, UserId from, const User& to,
                               EventOf<Account> why, std::size_t cause, const Handed* only) {
  db::SqlText sql;
  add_reassignment(sql, "accounts", work, from, to);
  if (only) add_untouched(sql, *only, "accounts", kAccountSubject, AccountChanged::kKind);
  sql.add(" RETURNING " ACCOUNT_COLUMNS);
  return reassign(work, sql, [&](const db::Row& row) {
    const Account account = account_from(row);
    return why(account).about({kAccountSubject, account.id.value}).led_to_by(cause);
  });
}

std::int64_t reassign_contacts(journal::Work& work, UserId from, const User& to,
                               EventOf<Contact> why, std::size_t cause, const Handed* only) {
  db::SqlText sql;
  add_reassignment(sql, "contacts", work, from, to);
  if (only) add_untouched(sql, *only, "contacts", kContactSubject, ContactChanged::kKind);
  sql.add(" RETURNING " CONTACT_COLUMNS);
  return reassign(work, sql, [&](const db::Row& row) {
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

}  // namespace stagecoach::sales

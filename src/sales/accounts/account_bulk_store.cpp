#include "sales/accounts/account_bulk.h"

#include "platform/base/enum_names.h"
#include "platform/db/bulk.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_search.h"
#include "sales/accounts/match/match_keys.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kAccounts =
    "accounts (id, version, name, name_key, search_text, domain, phone, region, industry, size, "
    "parent_id, owner_id, team_id, external_key, created_at, updated_at, match_name, match_domain, "
    "match_phone)";
constexpr std::string_view kContacts =
    "contacts (id, version, account_id, name, name_key, search_text, title, email, phone, "
    "owner_id, team_id, external_key, created_at, updated_at, consent, consent_at, match_name, "
    "match_email, match_phone)";

// What is the same for every kind of record.
template <class SomeId, class T>
void begin(journal::Work& work, T& record, std::int64_t id) {
  record.id = SomeId(id);
  record.version = 1;
  record.created_at = record.updated_at = work.now;
}

}  // namespace

void insert_accounts(journal::Work& work, std::span<Account> accounts) {
  const auto ids = work.tx.reserve_ids("accounts", static_cast<std::int64_t>(accounts.size()));
  db::BulkInsert rows(work.tx, kAccounts);
  for (std::size_t i = 0; i < accounts.size(); ++i) {
    Account& a = accounts[i];
    const AccountKeys keys(a);
    begin<AccountId>(work, a, ids[i]);
    rows.add(a.id, a.version, a.name, fold(a.name), account_search(a), a.domain, a.phone, a.region,
             a.industry, a.size, a.parent_id, a.owner_id, a.team_id, a.external_key, a.created_at,
             a.updated_at, keys.name, keys.domain, keys.phone);
    work.append(journal::because(AccountCreated{a}).about({kAccountSubject, a.id.value}));
  }
  rows.finish();
}

void insert_contacts(journal::Work& work, std::span<Contact> contacts) {
  const auto ids = work.tx.reserve_ids("contacts", static_cast<std::int64_t>(contacts.size()));
  db::BulkInsert rows(work.tx, kContacts);
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    Contact& c = contacts[i];
    const ContactKeys keys(c);
    begin<ContactId>(work, c, ids[i]);
    rows.add(c.id, c.version, c.account_id, c.name, fold(c.name), contact_search(c), c.title,
             c.email, c.phone, c.owner_id, c.team_id, c.external_key, c.created_at, c.updated_at,
             name_of(c.consent), c.consent_at, keys.name, keys.email, keys.phone);
    work.append(journal::because(ContactCreated{c}).about({kContactSubject, c.id.value}));
  }
  rows.finish();
}

}  // namespace stagecoach::sales

#include "exchange/workspace/import_parties.h"

#include "exchange/values/words.h"
#include "platform/base/utf8.h"
#include "sales/accounts/account_events.h"
#include "sales/accounts/account_store.h"
#include "sales/team/identity_keys.h"
#include "sales/team/people.h"
#include "sales/team/team_commands.h"

namespace stagecoach::exchange {
namespace {

using sales::Account;
using sales::AccountId;
using sales::Contact;
using sales::ProductId;

std::string limited(std::string_view text, std::size_t bytes_max) {
  return std::string(truncate_utf8(text, bytes_max));
}

std::string key_of_name(std::string_view name) {
  return "name:" + sales::folded_key(name);
}
std::string key_of_id(std::string_view id) {
  return "id:" + std::string(id);
}

std::optional<std::string> email_of(std::string_view text) {
  return sales::is_email(text) ? std::optional(std::string(text)) : std::nullopt;
}

// A contact without an id is known by his address, else by his name at his company.
std::string key_of_contact(const ContactRecord& record, std::optional<AccountId> account) {
  if (!record.id.empty()) return std::string(record.id);
  if (!record.email.empty()) return "contact:" + sales::folded_key(record.email);
  return "contact:" + std::to_string(account.value_or(AccountId()).value) + ":" +
         sales::folded_key(record.name);
}

}  // namespace

ImportParties::ImportParties(const Dataset& dataset, ImportLedger& ledger, Person fallback,
                             Currency currency)
    : dataset_(dataset), ledger_(ledger), fallback_(fallback), currency_(currency) {
  for (const UserRecord& user : dataset_.users)
    user_records_.try_emplace(sales::folded_key(user.name), &user);
  for (const AccountRecord& account : dataset_.accounts)
    if (!account.id.empty()) account_records_.try_emplace(account.id, &account);
}

Result<Person> ImportParties::person(journal::Work& work, std::string_view name) {
  const std::string key = sales::folded_key(name);
  if (key.empty()) return fallback_;
  if (const Person* known = ledger_.people.find(key)) return *known;
  const auto listed = user_records_.find(key);
  const UserRecord record =
      listed != user_records_.end() ? *listed->second : UserRecord{name, name, {}, {}, {}, {}};
  std::optional<sales::TeamId> team;
  if (!record.team.empty()) {
    const auto ensured = TRY(sales::ensure_team(work, limited(record.team, 120), std::nullopt));
    team = ensured.id;
    if (ensured.created) {
      ++ledger_.counts.teams;
      note_created(work, ledger_.import, RecordKind::team, ensured.id.value);
    }
  }
  const auto ensured =
      TRY(sales::ensure_user(work, limited(record.name, 120), email_of(record.email), team));
  if (ensured.created) {
    ++ledger_.counts.users;
    note_created(work, ledger_.import, RecordKind::user, ensured.id.value);
  }
  const std::optional<sales::User> user = sales::find_user(work.tx, ensured.id);
  const Person person{ensured.id, user && user->team_id ? *user->team_id : sales::TeamId()};
  ledger_.people.put(key, person);
  return person;
}

Result<void> ImportParties::write_user(journal::Work& work, const UserRecord& record) {
  TRY(person(work, record.name));
  return {};
}

Result<std::optional<ProductId>> ImportParties::product(journal::Work& work,
                                                        std::string_view name) {
  if (name.empty()) return std::optional<ProductId>();
  ProductRecord record;
  record.name = name;
  TRY(write_product(work, record));
  return std::optional(*ledger_.products.find(sales::folded_key(name)));
}

Result<void> ImportParties::write_product(journal::Work& work, const ProductRecord& record) {
  const std::string key = sales::folded_key(record.name);
  if (key.empty() || ledger_.products.find(key)) return {};
  sales::Product product;
  product.name = limited(record.name, 300);
  if (const auto known = sales::find_product_by_name(work.tx, product.name)) {
    ledger_.products.put(key, known->id);
    return {};
  }
  product.code = limited(record.code, 100);
  product.price = record.price;
  if (product.price && product.price->currency == Currency()) product.price->currency = currency_;
  TRY(sales::insert_product(work, product, sales::told<sales::ProductCreated>));
  ++ledger_.counts.products;
  note_created(work, ledger_.import, RecordKind::product, product.id.value);
  ledger_.products.put(key, product.id);
  return {};
}

Result<std::optional<AccountId>> ImportParties::account(journal::Work& work, std::string_view id,
                                                        std::string_view name,
                                                        const Person& owner) {
  if (id.empty() && name.empty()) return std::optional<AccountId>();
  AccountRecord record;
  record.id = id;
  record.name = name.empty() ? id : name;
  const auto listed = account_records_.find(id);
  if (!id.empty() && listed != account_records_.end()) record = *listed->second;
  return std::optional(TRY(make_account(work, record, owner)));
}

Result<void> ImportParties::write_account(journal::Work& work, const AccountRecord& record) {
  if (record.name.empty()) return {};
  TRY(make_account(work, record, TRY(person(work, record.owner))));
  return {};
}

Result<AccountId> ImportParties::make_account(journal::Work& work, const AccountRecord& record,
                                              const Person& owner) {
  const std::string id_key = key_of_id(record.id), name_key = key_of_name(record.name);
  const bool by_id = !record.id.empty();
  if (const AccountId* known = ledger_.accounts.find(by_id ? id_key : name_key)) return *known;
  std::optional<Account> found;
  if (by_id) found = sales::find_account_by_key(work.tx, record.id);
  if (!found) found = sales::find_account_by_name(work.tx, record.name);
  // Two companies of one name with two keys are two companies.
  if (found && by_id && found->external_key && *found->external_key != record.id) found.reset();
  if (!found) {
    Account account;
    account.name = limited(record.name, 300);
    account.domain = limited(record.website, 253);
    account.phone = limited(record.phone, 60);
    account.region = limited(record.country.empty() ? record.city : record.country, 100);
    account.industry = limited(record.category, 100);
    if (record.employees) account.size = std::to_string(*record.employees);
    if (!record.parent.empty())
      if (const AccountId* parent = ledger_.accounts.find(key_of_name(record.parent)))
        account.parent_id = *parent;
    account.owner_id = owner.id;
    if (owner.team) account.team_id = owner.team;
    if (by_id) account.external_key = std::string(record.id);
    TRY(sales::insert_account(work, account, sales::told<sales::AccountCreated>));
    ++ledger_.counts.accounts;
    note_created(work, ledger_.import, RecordKind::account, account.id.value);
    found = std::move(account);
  }
  if (by_id) ledger_.accounts.put(id_key, found->id);
  ledger_.accounts.put(name_key, found->id);
  return found->id;
}

Result<std::optional<KnownContact>> ImportParties::contact(journal::Work& work, std::string_view id,
                                                           std::string_view name,
                                                           std::optional<AccountId> account,
                                                           const Person& owner) {
  if (id.empty() && name.empty()) return std::optional<KnownContact>();
  ContactRecord record;
  record.id = id;
  record.name = name.empty() ? id : name;
  return std::optional(TRY(make_contact(work, record, account, owner)));
}

Result<void> ImportParties::write_contact(journal::Work& work, const ContactRecord& record) {
  const Person owner = TRY(person(work, record.owner));
  const auto company = TRY(account(work, record.account_id, record.account, owner));
  TRY(make_contact(work, record, company, owner));
  return {};
}

Result<KnownContact> ImportParties::make_contact(journal::Work& work, const ContactRecord& record,
                                                 std::optional<AccountId> account,
                                                 const Person& owner) {
  const std::string key = key_of_contact(record, account);
  if (const KnownContact* known = ledger_.contacts.find(key)) return *known;
  std::optional<Contact> found = sales::find_contact_by_key(work.tx, key);
  if (!found) {
    Contact contact;
    contact.name = limited(record.name.empty() ? record.email : record.name, 200);
    if (contact.name.empty()) contact.name = key;
    contact.title = limited(record.job_title, 200);
    contact.email = limited(record.email, 254);
    contact.phone = limited(record.phone, 60);
    contact.account_id = account;
    contact.owner_id = owner.id;
    if (owner.team) contact.team_id = owner.team;
    contact.external_key = key;
    TRY(sales::insert_contact(work, contact, sales::told<sales::ContactCreated>));
    ++ledger_.counts.contacts;
    note_created(work, ledger_.import, RecordKind::contact, contact.id.value);
    found = std::move(contact);
  }
  const KnownContact known{found->id, !found->email.empty() || !found->phone.empty()};
  ledger_.contacts.put(key, known);
  return known;
}

}  // namespace stagecoach::exchange

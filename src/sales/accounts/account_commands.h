// Use cases of accounts, contacts and products.
//
// Refusals common to all: not_found where the actor may not see the record, forbidden where he may
// not change it, stale where `version` is not the stored one, invalid with the fields named.
#pragma once

#include <functional>

#include "journal/commands.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

struct AccountInput {
  json::Maybe<std::string> name;
  json::Maybe<std::string> domain, phone, region, industry, size;
  json::Patch<AccountId> parent_id;
  json::Maybe<UserId> owner_id;
};
BOOST_DESCRIBE_STRUCT(AccountInput, (),
                      (name, domain, phone, region, industry, size, parent_id, owner_id))
constexpr auto json_rules(const AccountInput*) {
  using json::Rule;
  return std::array{Rule("name").length(1, 300),     Rule("domain").length(0, 253),
                    Rule("phone").length(0, 60),     Rule("region").length(0, 100),
                    Rule("industry").length(0, 100), Rule("size").length(0, 60)};
}

struct ContactInput {
  json::Maybe<std::string> name;
  json::Maybe<std::string> title, email, phone;
  json::Patch<AccountId> account_id;
  json::Maybe<UserId> owner_id;
  json::Maybe<Consent> consent;
};
BOOST_DESCRIBE_STRUCT(ContactInput, (), (name, title, email, phone, account_id, owner_id, consent))
constexpr auto json_rules(const ContactInput*) {
  using json::Rule;
  return std::array{Rule("name").length(1, 200), Rule("title").length(0, 200),
                    Rule("email").length(0, 254), Rule("phone").length(0, 60)};
}

struct ProductInput {
  json::Maybe<std::string> name;
  json::Maybe<std::string> code;
  json::Patch<Money> price;
  json::Maybe<bool> active;
};
BOOST_DESCRIBE_STRUCT(ProductInput, (), (name, code, price, active))
constexpr auto json_rules(const ProductInput*) {
  using json::Rule;
  return std::array{Rule("name").length(1, 300), Rule("code").length(0, 100),
                    Rule("price").between(0, 9'000'000'000'000'000)};
}

Result<Account> create_account(journal::Work& work, const AccountInput& input);
Result<Account> change_account(journal::Work& work, AccountId id, std::int64_t version,
                               const AccountInput& input);
Result<void> delete_account(journal::Work& work, AccountId id, std::int64_t version);
// conflict: it is not deleted.
Result<Account> restore_account(journal::Work& work, AccountId id, std::int64_t version);

// What else must know that somebody can be reached or no longer, was deleted or restored: the nouns
// above, which this one does not know, keep it among their facts (recount_committees of deals).
using ContactFollowUp = std::function<Result<void>(journal::Work&, ContactId)>;

Result<Contact> create_contact(journal::Work& work, const ContactInput& input);
Result<Contact> change_contact(journal::Work& work, ContactId id, std::int64_t version,
                               const ContactInput& input, const ContactFollowUp& follow_up);
Result<void> delete_contact(journal::Work& work, ContactId id, std::int64_t version,
                            const ContactFollowUp& follow_up);
// conflict: he is not deleted.
Result<Contact> restore_contact(journal::Work& work, ContactId id, std::int64_t version,
                                const ContactFollowUp& follow_up);

// Gives every account or contact of `from` to `to`, deleted ones included, or where they are the
// same person brings them to the team he is in by now; each with an event led to by the one at
// `cause`. Return how many were given. Who may is the caller's to check.
std::int64_t give_accounts(journal::Work& work, UserId from, const User& to, std::size_t cause);
std::int64_t give_contacts(journal::Work& work, UserId from, const User& to, std::size_t cause);

Result<Product> create_product(journal::Work& work, const ProductInput& input);
Result<Product> change_product(journal::Work& work, ProductId id, std::int64_t version,
                               const ProductInput& input);

}  // namespace stagecoach::sales

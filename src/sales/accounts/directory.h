// Accounts, contacts and products as the nouns above them know them: enough to point at one.
#pragma once

#include <optional>
#include <string>

#include "platform/db/connection.h"
#include "sales/accounts/account.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

struct AccountRef {
  AccountId id;
  std::string name;
  UserId owner_id;
  TeamId team_id;
};

struct ContactRef {
  ContactId id;
  std::string name;
  std::string title;
  AccountId account_id;
  bool reachable = false;  // has a phone or an e-mail
  UserId owner_id;
  TeamId team_id;
};

struct ProductRef {
  ProductId id;
  std::string name;
  std::optional<Money> price;
};

// nullopt: no such record, or a deleted one. Visibility is the caller's to check.
std::optional<AccountRef> find_account_ref(db::Connection& connection, AccountId id);
std::optional<ContactRef> find_contact_ref(db::Connection& connection, ContactId id);
std::optional<ProductRef> find_product_ref(db::Connection& connection, ProductId id);

// Whom a record belongs to, for readers of the journal that must not tell strangers. A deleted one
// still belongs to somebody; nullopt: no such record.
struct RecordOwner {
  UserId user;
  TeamId team;
};
std::optional<RecordOwner> owner_of_account(db::Connection& connection, AccountId id);
std::optional<RecordOwner> owner_of_contact(db::Connection& connection, ContactId id);

}  // namespace stagecoach::sales

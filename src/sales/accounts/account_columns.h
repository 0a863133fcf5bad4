// How accounts and contacts are read from their tables, for the stores of this noun.
#pragma once

#include <string_view>

#include "platform/base/enum_names.h"
#include "platform/db/row.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

// "SELECT … FROM accounts WHERE ", for a condition to follow; the folded name is the last column.
extern const std::string_view kAccountColumns;
extern const std::string_view kContactColumns;
// The columns alone, for RETURNING.
extern const std::string_view kAccountFields;
extern const std::string_view kContactFields;

inline Account account_from(const db::Row& row) {
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

inline Contact contact_from(const db::Row& row) {
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
  contact.consent = from_name<Consent>(row.text(12)).value_or(Consent::unknown);
  contact.consent_at = row.optional_instant(13);
  contact.erased_at = row.optional_instant(14);
  return contact;
}

}  // namespace stagecoach::sales

// What the journal records about accounts, contacts and products: the whole record as it is after
// the event, so that history can be read without replaying it.
#pragma once

#include "sales/accounts/account.h"

namespace stagecoach::sales {

struct AccountCreated {
  static constexpr std::string_view kKind = "account.created";
  Account account;
};
BOOST_DESCRIBE_STRUCT(AccountCreated, (), (account))

struct AccountChanged {
  static constexpr std::string_view kKind = "account.changed";
  Account account;
};
BOOST_DESCRIBE_STRUCT(AccountChanged, (), (account))

struct AccountDeleted {
  static constexpr std::string_view kKind = "account.deleted";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AccountDeleted, (), (name))

struct AccountRestored {
  static constexpr std::string_view kKind = "account.restored";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(AccountRestored, (), (name))

struct ContactCreated {
  static constexpr std::string_view kKind = "contact.created";
  Contact contact;
};
BOOST_DESCRIBE_STRUCT(ContactCreated, (), (contact))

struct ContactChanged {
  static constexpr std::string_view kKind = "contact.changed";
  Contact contact;
};
BOOST_DESCRIBE_STRUCT(ContactChanged, (), (contact))

struct ContactDeleted {
  static constexpr std::string_view kKind = "contact.deleted";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ContactDeleted, (), (name))

struct ContactRestored {
  static constexpr std::string_view kKind = "contact.restored";
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ContactRestored, (), (name))

// Two records that look alike were found to be two, or that was taken back. About the first; an
// account or a contact.
struct PartyDistinguished {
  static constexpr std::string_view kKind = "party.distinguished";
  std::int64_t other_id = 0;
  bool distinct = true;
};
BOOST_DESCRIBE_STRUCT(PartyDistinguished, (), (other_id, distinct))

// Two accounts became one: all that undoing it takes. About the survivor; what it moved and deleted
// has events of its own, led to by this one.
struct AccountsMerged {
  static constexpr std::string_view kKind = "account.merged";
  Account before, merged;  // the survivor
  Account other;
  std::vector<ContactId> contacts;
  std::vector<AccountId> companies;
  std::vector<std::int64_t> deals, activities;
};
BOOST_DESCRIBE_STRUCT(AccountsMerged, (),
                      (before, merged, other, contacts, companies, deals, activities))

struct ContactsMerged {
  static constexpr std::string_view kKind = "contact.merged";
  Contact before, merged;  // the survivor
  Contact other;
  json::Raw seats;  // on buying committees, as the noun of deals describes them
  std::vector<std::int64_t> activities;
};
BOOST_DESCRIBE_STRUCT(ContactsMerged, (), (before, merged, other, seats, activities))

// The merge was taken back; `undoes` names its event.
struct AccountMergeUndone {
  static constexpr std::string_view kKind = "account.merge_undone";
  std::int64_t undoes = 0;
  std::string name;  // of the other
};
BOOST_DESCRIBE_STRUCT(AccountMergeUndone, (), (undoes, name))

struct ContactMergeUndone {
  static constexpr std::string_view kKind = "contact.merge_undone";
  std::int64_t undoes = 0;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(ContactMergeUndone, (), (undoes, name))

struct ProductCreated {
  static constexpr std::string_view kKind = "product.created";
  Product product;
};
BOOST_DESCRIBE_STRUCT(ProductCreated, (), (product))

struct ProductChanged {
  static constexpr std::string_view kKind = "product.changed";
  Product product;
};
BOOST_DESCRIBE_STRUCT(ProductChanged, (), (product))

}  // namespace stagecoach::sales

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

// All SQL of accounts, contacts and products.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/accounts/account.h"
#include "sales/team/handed.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// nullopt: no such record, or a deleted one.
std::optional<Account> find_account(db::Connection& connection, AccountId id);
std::optional<Contact> find_contact(db::Connection& connection, ContactId id);
std::optional<Product> find_product(db::Connection& connection, ProductId id);

// Only deleted ones.
std::optional<Account> find_deleted_account(db::Connection& connection, AccountId id);
std::optional<Contact> find_deleted_contact(db::Connection& connection, ContactId id);

// All, deleted ones included, in the order of their ids.
std::vector<Account> accounts_after(db::Connection& connection, AccountId after, int limit);
std::vector<Contact> contacts_after(db::Connection& connection, ContactId after, int limit);
std::vector<Product> products_after(db::Connection& connection, ProductId after, int limit);

// By the id of the system it came from, else by folded name (the oldest of several).
std::optional<Account> find_account_by_key(db::Connection& connection,
                                           std::string_view external_key);
std::optional<Account> find_account_by_name(db::Connection& connection, std::string_view name);
std::optional<Contact> find_contact_by_key(db::Connection& connection,
                                           std::string_view external_key);
std::optional<Product> find_product_by_name(db::Connection& connection, std::string_view name);

// Makes the event of a record as it was stored, its id and version included:
// `told<AccountCreated>`.
template <class T>
using EventOf = journal::Draft (*)(const T& stored);
template <class E, class T>
journal::Draft told(const T& stored) {
  return journal::because(E{stored});
}

// Gives the id; version 1. Conflict: the external key (for products: the name) is taken.
Result<void> insert_account(journal::Work& work, Account& account, EventOf<Account> why);
Result<void> insert_contact(journal::Work& work, Contact& contact, EventOf<Contact> why);
Result<void> insert_product(journal::Work& work, Product& product, EventOf<Product> why);

// Raises the version. Stale: someone saved first.
Result<void> save_account(journal::Work& work, Account& account, EventOf<Account> why);
Result<void> save_contact(journal::Work& work, Contact& contact, EventOf<Contact> why);
Result<void> save_product(journal::Work& work, Product& product, EventOf<Product> why);

// Gives all records of `from` to `to`, in one statement, and notes the event of each, led to by the
// one at `cause`. Those that `to` has already in his present team stay as they are; where `only` is
// given, no others than those are. Return how many were given.
std::int64_t reassign_accounts(journal::Work& work, UserId from, const User& to,
                               EventOf<Account> why, std::size_t cause,
                               const Handed* only = nullptr);
std::int64_t reassign_contacts(journal::Work& work, UserId from, const User& to,
                               EventOf<Contact> why, std::size_t cause,
                               const Handed* only = nullptr);

// Marks as deleted, and its external key is free for another. Stale: someone saved first.
Result<void> remove_account(journal::Work& work, const Account& account, journal::Draft why);
Result<void> remove_contact(journal::Work& work, const Contact& contact, journal::Draft why);
// Raises the version. Stale: someone saved first.
Result<void> unremove_account(journal::Work& work, Account& account, journal::Draft why);
Result<void> unremove_contact(journal::Work& work, Contact& contact, journal::Draft why);

std::vector<Product> list_products(db::Connection& connection);

}  // namespace stagecoach::sales

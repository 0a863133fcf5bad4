// Storing many new accounts and contacts at once, for sample data.
#pragma once

#include <span>

#include "journal/commands.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

// Store the records with the events that tell of their creation; give each its id and version 1. A
// ConstraintViolation where an external key is taken.
void insert_accounts(journal::Work& work, std::span<Account> accounts);
void insert_contacts(journal::Work& work, std::span<Contact> contacts);

}  // namespace stagecoach::sales

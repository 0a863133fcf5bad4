// Taking out of contacts what is personal. A part of an erasure (sales/privacy).
#pragma once

#include <set>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "journal/redaction.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

// The contact and all that were merged into it, however long ago.
std::vector<ContactId> whole_contact(db::Connection& connection, ContactId id);

// The same contact without anything personal: called by its number.
Contact without_person(Contact contact);

// Erases the rows and notes what the first of them is now.
Result<void> erase_rows(journal::Work& work, Contact& contact, const std::vector<ContactId>& whole);

// How the event shall read without these contacts; nullopt where it tells nothing of them.
std::optional<std::string> without_persons(const journal::Event& event,
                                           const std::set<std::int64_t>& contacts);

// Forgets the answers to repeated requests that hold one of them.
void forget_answers(journal::Work& work, const std::vector<ContactId>& contacts);

}  // namespace stagecoach::sales

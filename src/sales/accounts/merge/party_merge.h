// What of a merge is of accounts and contacts themselves: which fields the survivor takes, and what
// becomes of the other. The nouns above move what is theirs (sales/merge).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "journal/commands.h"
#include "sales/accounts/account.h"

namespace stagecoach::sales {

// Two values of one field, for people to choose between.
struct MergeChoice {
  std::string field;
  std::string survivor, other;  // as text; an id as its number
  bool takes_other = false;     // what is proposed: the other's where the survivor has none
};
BOOST_DESCRIBE_STRUCT(MergeChoice, (), (field, survivor, other, takes_other))

// nullopt: no such record, or a deleted one.
std::optional<Account> merge_part(db::Connection& connection, AccountId id);
std::optional<Contact> merge_part(db::Connection& connection, ContactId id);
// Raises the version and notes what the record is now. Stale: someone saved first.
Result<void> save_part(journal::Work& work, Account& account);
Result<void> save_part(journal::Work& work, Contact& contact);

// The fields in which the two differ. The owner and who is above are among them.
std::vector<MergeChoice> field_choices(const Account& survivor, const Account& other);
std::vector<MergeChoice> field_choices(const Contact& survivor, const Contact& other);

// Takes the named fields from `other`. `invalid`: no such field.
Result<void> take_fields(Account& survivor, const Account& other,
                         const std::vector<std::string>& fields);
Result<void> take_fields(Contact& survivor, const Contact& other,
                         const std::vector<std::string>& fields);

// Puts back what `merged` changed of `before`, unless `now` has something else by now: gives the
// names of the fields that stay.
std::vector<std::string> put_back_fields(Account& now, const Account& before,
                                         const Account& merged);
std::vector<std::string> put_back_fields(Contact& now, const Contact& before,
                                         const Contact& merged);

// Deletes `other` as part of `survivor`, with an event led to by the one at `cause`; its external
// key is free for another. Its version is raised.
Result<void> retire(journal::Work& work, Account& other, AccountId survivor, std::size_t cause);
Result<void> retire(journal::Work& work, Contact& other, ContactId survivor, std::size_t cause);
// Brings back what was retired, as it was, its external key too where nobody has it by now.
// Conflict: it is no longer part of `survivor`, or was changed since.
Result<void> revive(journal::Work& work, const Account& was, AccountId survivor, std::size_t cause);
Result<void> revive(journal::Work& work, const Contact& was, ContactId survivor, std::size_t cause);

// The contacts and the companies directly below an account, deleted ones too.
std::vector<ContactId> contacts_of(db::Connection& connection, AccountId account);
std::vector<AccountId> companies_below(db::Connection& connection, AccountId account);
// Brings those among `ids` that belong to `from` to `to`, each with its event. Return which.
std::vector<ContactId> move_contacts(journal::Work& work, const std::vector<ContactId>& ids,
                                     AccountId from, AccountId to, std::size_t cause);
std::vector<AccountId> move_companies(journal::Work& work, const std::vector<AccountId>& ids,
                                      AccountId from, AccountId to, std::size_t cause);

// Whether `account` lies somewhere below `above`.
bool lies_below(db::Connection& connection, const Account& account, AccountId above);

}  // namespace stagecoach::sales

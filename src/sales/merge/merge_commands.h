// Two records of one company, or of one person, become one, and are taken apart again.
//
// One transaction and one event that tells all of it; what moves has events of its own, so that
// every reader of the journal follows. Nothing is lost: the other is deleted as part of the
// survivor, and an undo puts back whatever was not changed since.
#pragma once

#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/accounts/account.h"
#include "sales/accounts/merge/party_merge.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// Records that go with the other; of a preview, as far as the viewer sees them.
struct MergeCounts {
  std::int64_t contacts = 0, companies = 0, deals = 0, activities = 0, seats = 0;
  bool operator==(const MergeCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(MergeCounts, (), (contacts, companies, deals, activities, seats))

struct MergePreview {
  std::int64_t survivor_version = 1, other_version = 1;
  std::vector<MergeChoice> fields;  // those in which the two differ
  MergeCounts moves;
};
BOOST_DESCRIBE_STRUCT(MergePreview, (), (survivor_version, other_version, fields, moves))

// `take` names the fields whose value the survivor takes from the other.
struct MergeAccounts {
  AccountId other_id;
  std::int64_t other_version = 0;
  std::vector<std::string> take;
};
struct MergeContacts {
  ContactId other_id;
  std::int64_t other_version = 0;
  std::vector<std::string> take;
};
BOOST_DESCRIBE_STRUCT(MergeAccounts, (), (other_id, other_version, take))
BOOST_DESCRIBE_STRUCT(MergeContacts, (), (other_id, other_version, take))
constexpr auto json_rules(const MergeAccounts*) {
  return std::array{json::Rule("take").items(0, 30).defaulted()};
}
constexpr auto json_rules(const MergeContacts*) {
  return std::array{json::Rule("take").items(0, 30).defaulted()};
}

// not_found where the viewer does not see both; invalid: twice the same.
Result<MergePreview> preview_merge(db::Connection& connection, const Viewer& viewer, AccountId id,
                                   AccountId other);
Result<MergePreview> preview_merge(db::Connection& connection, const Viewer& viewer, ContactId id,
                                   ContactId other);

// Gives the survivor. not_found and forbidden by the visibility of both, stale by the versions of
// both; invalid: twice the same, no such field, a circle of companies; refused: too much moves at
// once; conflict: one of the two was erased.
Result<Account> merge_accounts(journal::Work& work, AccountId id, std::int64_t version,
                               const MergeAccounts& wish);
Result<Contact> merge_contacts(journal::Work& work, ContactId id, std::int64_t version,
                               const MergeContacts& wish);

struct UndoneMerge {
  std::string kind;  // account or contact
  std::int64_t survivor_id = 0, restored_id = 0;
  std::vector<std::string> kept_fields;  // of the survivor: changed since
  MergeCounts kept;                      // what stays with it: moved on since
};
BOOST_DESCRIBE_STRUCT(UndoneMerge, (), (kind, survivor_id, restored_id, kept_fields, kept))

// not_found and forbidden by the visibility of both; conflict: the event is no merge, or it was
// undone.
Result<UndoneMerge> undo_merge(journal::Work& work, journal::Seq event);

}  // namespace stagecoach::sales

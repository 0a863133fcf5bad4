// Records that may be one: while one is typed, and all over the workspace.
//
// Both tell only of records that the viewer sees: whether somebody else's exists is not for him to
// learn by typing names.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/accounts/match/likeness.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

enum class PartyKind { account, contact };
BOOST_DESCRIBE_ENUM(PartyKind, account, contact)

// An account or a contact, enough to recognise it.
struct Party {
  std::int64_t id = 0;
  std::int64_t version = 1;
  std::string name;
  std::string detail;  // web site and region, or title and e-mail
  std::string phone;
  UserId owner_id;
  Instant created_at;
};
BOOST_DESCRIBE_STRUCT(Party, (), (id, version, name, detail, phone, owner_id, created_at))

struct Suspect {
  Party party;
  int score = 0;  // percent
  std::vector<AlikeBy> by;
  std::string why;  // in the reader's language
};
BOOST_DESCRIBE_STRUCT(Suspect, (), (party, score, by, why))

struct Suspects {
  std::vector<Suspect> items;  // the likeliest first, at most 10
};
BOOST_DESCRIBE_STRUCT(Suspects, (), (items))

struct SuspectPair {
  Party first, second;
  int score = 0;
  std::vector<AlikeBy> by;
  std::string why;
};
BOOST_DESCRIBE_STRUCT(SuspectPair, (), (first, second, score, by, why))

struct SuspectPairs {
  std::vector<SuspectPair> items;
  // Absent at the end. A page may be empty and still have a next one: each looks at a bounded
  // number of records.
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(SuspectPairs, (), (items, next_cursor))

// What is known of the one that is typed; `id` where it is stored already.
Suspects accounts_like(db::Connection& connection, const Viewer& viewer, const Account& probe);
Suspects contacts_like(db::Connection& connection, const Viewer& viewer, const Contact& probe);

// Pairs of what the viewer sees, without those found to be two. `invalid`: no cursor of this list.
Result<SuspectPairs> suspect_pairs(db::Connection& connection, const Viewer& viewer, PartyKind kind,
                                   const std::optional<std::string>& cursor, int limit);

struct Distinction {
  PartyKind kind = PartyKind::account;
  std::int64_t first_id = 0, second_id = 0;
  bool distinct = true;  // false: takes an earlier distinction back
};
BOOST_DESCRIBE_STRUCT(Distinction, (), (kind, first_id, second_id, distinct))
constexpr auto json_rules(const Distinction*) {
  return std::array{json::Rule("distinct").defaulted()};
}

// Remembers that the two are not one, with an event about the first.
// not_found and forbidden by the visibility of both; invalid: twice the same.
Result<void> distinguish(journal::Work& work, const Distinction& wish);

// Computes the keys of some records that an earlier release left without. Returns whether there
// were any. Inside a write.
bool fill_match_keys(db::Connection& tx);

}  // namespace stagecoach::sales

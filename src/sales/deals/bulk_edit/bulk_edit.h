// The same change to many deals: looked at first, then written at once.
//
// A preview says of every deal what would change, or why it would not; it gives the versions with
// which the edit is then asked for. The edit writes those that nothing speaks against, in a few
// statements and one transaction, with an event for each; the others stay as they are, each with
// its reason. What it returns as `before` undoes it, asked for as an edit of its own.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/deals/views/deal_list.h"

namespace stagecoach::sales {

inline constexpr int kBulkEditMax = 500;  // deals at a time

// Absent members stay as they are; null empties.
struct DealChanges {
  json::Maybe<UserId> owner_id;
  json::Patch<Date> expected_close;
  json::Maybe<std::string> source;
  json::Patch<int> probability;
};
BOOST_DESCRIBE_STRUCT(DealChanges, (), (owner_id, expected_close, source, probability))
constexpr auto json_rules(const DealChanges*) {
  return std::array{json::Rule("source").length(0, 100), json::Rule("probability").between(0, 100)};
}

// Which deals to look at: these, or those that a list with this query shows first.
struct BulkPreview {
  std::vector<DealId> ids;
  std::map<std::string, std::string> matching;
  DealChanges changes;
};
BOOST_DESCRIBE_STRUCT(BulkPreview, (), (ids, matching, changes))
constexpr auto json_rules(const BulkPreview*) {
  using json::Rule;
  return std::array{Rule("ids").items(0, kBulkEditMax).defaulted(),
                    Rule("matching").items(0, 40).defaulted()};
}

struct BulkDeal {
  DealId id;
  std::int64_t version = 0;
  std::optional<DealChanges> changes;  // instead of those for all
};
BOOST_DESCRIBE_STRUCT(BulkDeal, (), (id, version, changes))

struct BulkEdit {
  std::vector<BulkDeal> deals;
  DealChanges changes;
};
BOOST_DESCRIBE_STRUCT(BulkEdit, (), (deals, changes))
constexpr auto json_rules(const BulkEdit*) {
  return std::array{json::Rule("deals").items(1, kBulkEditMax), json::Rule("changes").defaulted()};
}

enum class BulkOutcome { changed, same, refused };
BOOST_DESCRIBE_ENUM(BulkOutcome, changed, same, refused)

struct BulkItem {
  DealId id;
  std::int64_t version = 0;  // as it is stored now
  std::string name;
  BulkOutcome outcome = BulkOutcome::same;
  std::string code;    // of what refused it
  std::string reason;  // in the reader's language
  DealChanges before;  // what the changed fields held
};
BOOST_DESCRIBE_STRUCT(BulkItem, (), (id, version, name, outcome, code, reason, before))

struct BulkAnswer {
  std::vector<BulkItem> items;
  int changed = 0;
  int same = 0;
  int refused = 0;
  bool more = false;  // the list shows more than can be edited at a time
};
BOOST_DESCRIBE_STRUCT(BulkAnswer, (), (items, changed, same, refused, more))

// invalid: a change that no deal could take, or a query that the list would refuse.
Result<BulkAnswer> preview_bulk_edit(db::Connection& connection, const DealReading& reading,
                                     const BulkPreview& wish);
// As above. A deal whose version is not the stored one is refused alone, as if by a preview.
Result<BulkAnswer> edit_deals(journal::Work& work, const BulkEdit& wish);

}  // namespace stagecoach::sales

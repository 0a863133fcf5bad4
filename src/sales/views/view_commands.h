// Keeping a view, changing it, sharing it.
//
// A private view is its maker's alone. Sharing, and changing what is shared, is for owners and for
// managers: with a team, for those whose reach it lies in.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/deals/views/deal_list.h"
#include "sales/views/view.h"

namespace stagecoach::sales {

inline constexpr int kViewsMax = 100;  // of one person

struct NewView {
  ListKind list = ListKind::deals;
  std::string name;
  Sharing sharing = Sharing::private_;
  std::map<std::string, std::string> parameters;
  std::vector<std::string> columns;
};
BOOST_DESCRIBE_STRUCT(NewView, (), (list, name, sharing, parameters, columns))
constexpr auto json_rules(const NewView*) {
  using json::Rule;
  return std::array{Rule("name").length(1, 100), Rule("sharing").defaulted(),
                    Rule("parameters").items(0, 40).defaulted(),
                    Rule("columns").items(0, 60).defaulted()};
}

// Absent members stay as they are.
struct ViewChange {
  json::Maybe<std::string> name;
  json::Maybe<Sharing> sharing;
  json::Maybe<std::map<std::string, std::string>> parameters;
  json::Maybe<std::vector<std::string>> columns;
};
BOOST_DESCRIBE_STRUCT(ViewChange, (), (name, sharing, parameters, columns))
constexpr auto json_rules(const ViewChange*) {
  using json::Rule;
  return std::array{Rule("name").length(1, 100), Rule("parameters").items(0, 40),
                    Rule("columns").items(0, 60)};
}

// Whether the viewer may change a view that he finds.
bool may_change(const Viewer& viewer, const ListView& view);

// invalid: the list would refuse the parameters, or has no such column. forbidden: he may not share
// so. conflict: he keeps too many already.
Result<ListView> create_view(journal::Work& work, const DealReading& reading, const NewView& wish);
// not_found: none that he finds. stale: `version` is not the stored one.
Result<ListView> change_view(journal::Work& work, const DealReading& reading, ViewId id,
                             std::int64_t version, const ViewChange& change);
Result<void> remove_view(journal::Work& work, ViewId id, std::int64_t version);

}  // namespace stagecoach::sales

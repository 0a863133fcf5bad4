// A view: a list that somebody keeps, with what it asks for, its order and its columns. It shows
// each reader what he may see, whoever made it.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <map>
#include <string>
#include <vector>

#include "journal/event.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

using ViewId = Id<struct ViewTag>;
inline constexpr std::string_view kViewSubject = "view";

enum class ListKind { deals, accounts, contacts };
BOOST_DESCRIBE_ENUM(ListKind, deals, accounts, contacts)

// Who finds it among his views. team: those of its team, and those above it.
enum class Sharing { private_, team, everyone };
BOOST_DESCRIBE_ENUM(Sharing, private_, team, everyone)

struct ListView {
  ViewId id;
  std::int64_t version = 1;
  ListKind list = ListKind::deals;
  std::string name;
  Sharing sharing = Sharing::private_;
  UserId owner_id;
  std::optional<TeamId> team_id;                  // where it is shared with a team
  std::map<std::string, std::string> parameters;  // the query of GET /api/deals, say
  std::vector<std::string> columns;               // empty: those that the list has by itself
  bool may_change = false;                        // whether the reader may
};
BOOST_DESCRIBE_STRUCT(ListView, (),
                      (id, version, list, name, sharing, owner_id, team_id, parameters, columns,
                       may_change))

// The whole view as it is after the event, or was before it was deleted.
struct ViewNoted {
  ListKind list = ListKind::deals;
  std::string name;
  Sharing sharing = Sharing::private_;
  std::optional<TeamId> team_id;
  std::map<std::string, std::string> parameters;
  std::vector<std::string> columns;
};
BOOST_DESCRIBE_STRUCT(ViewNoted, (), (list, name, sharing, team_id, parameters, columns))
inline constexpr std::string_view kViewSaved = "view.saved";
inline constexpr std::string_view kViewChanged = "view.changed";
inline constexpr std::string_view kViewDeleted = "view.deleted";

}  // namespace stagecoach::sales

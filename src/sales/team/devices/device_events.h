// What the journal records of a session that was ended from elsewhere.
#pragma once

#include "sales/team/team_events.h"

namespace stagecoach::sales {

// By the person himself from another browser, or by an owner; the actor tells.
struct SessionEnded {
  static constexpr std::string_view kKind = "session.ended";
  std::string agent;
  std::string address;
};
BOOST_DESCRIBE_STRUCT(SessionEnded, (), (agent, address))

}  // namespace stagecoach::sales

// What the journal records of one-time links. Secrets never appear here.
#pragma once

#include "sales/team/team_events.h"

namespace stagecoach::sales {

enum class LinkPurpose { invitation, reset };
BOOST_DESCRIBE_ENUM(LinkPurpose, invitation, reset)

struct LinkMade {
  static constexpr std::string_view kKind = "user.link_made";
  LinkPurpose purpose = LinkPurpose::invitation;
  Instant expires_at;
};
BOOST_DESCRIBE_STRUCT(LinkMade, (), (purpose, expires_at))
struct LinkWithdrawn {
  static constexpr std::string_view kKind = "user.link_withdrawn";
  LinkPurpose purpose = LinkPurpose::invitation;
};
BOOST_DESCRIBE_STRUCT(LinkWithdrawn, (), (purpose))
struct LinkUsed {
  static constexpr std::string_view kKind = "user.link_used";
  LinkPurpose purpose = LinkPurpose::invitation;
};
BOOST_DESCRIBE_STRUCT(LinkUsed, (), (purpose))

}  // namespace stagecoach::sales

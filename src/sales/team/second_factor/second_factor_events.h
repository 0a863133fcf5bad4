// What the journal records of second factors. No secret, no code.
#pragma once

#include <vector>

#include "sales/team/team_events.h"

namespace stagecoach::sales {

struct SecondFactorEnabled {
  static constexpr std::string_view kKind = "second_factor.enabled";
};
BOOST_DESCRIBE_STRUCT(SecondFactorEnabled, (), ())
// By the person himself or by an owner; the actor tells.
struct SecondFactorRemoved {
  static constexpr std::string_view kKind = "second_factor.removed";
};
BOOST_DESCRIBE_STRUCT(SecondFactorRemoved, (), ())
struct RecoveryCodeUsed {
  static constexpr std::string_view kKind = "second_factor.recovery_code_used";
  std::int64_t left = 0;
};
BOOST_DESCRIBE_STRUCT(RecoveryCodeUsed, (), (left))
struct SecondFactorRolesChanged {
  static constexpr std::string_view kKind = "organization.second_factor_roles_changed";
  std::vector<Role> from;
  std::vector<Role> to;
};
BOOST_DESCRIBE_STRUCT(SecondFactorRolesChanged, (), (from, to))

}  // namespace stagecoach::sales

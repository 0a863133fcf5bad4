// Who may manage whom: nobody grants beyond himself. Pure rules.
//
// An owner manages everybody. Who else manages people has the reps and viewers of his reach, gives
// no visibility beyond his own and no role that may do what he may not, and does not change what he
// himself may do. In no team but seeing everything he reaches everybody.
#pragma once

#include <optional>

#include "platform/base/result.h"
#include "sales/team/roles/role.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// Whether `viewer` may turn `before` (nothing: a new person) into `after`. Forbidden otherwise,
// with the sentence that says what is beyond him.
Result<void> may_grant(const Viewer& viewer, const std::optional<User>& before, const User& after,
                       const Roles& roles);

// Whether he may create, rename, move or delete teams below this one; TeamId() = at the top.
Result<void> may_lead(const Viewer& viewer, TeamId team);

}  // namespace stagecoach::sales

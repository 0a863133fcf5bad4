// The second proof at a sign-in.
#pragma once

#include <optional>
#include <string>

#include "journal/commands.h"

namespace stagecoach::sales {

// Whether `code` (of the app, or a recovery code, however it is spaced) is good for this person
// now, in which case it is used up. True where he needs none because no second factor is in force.
bool accept_code(journal::Work& work, UserId user, const std::optional<std::string>& code);

}  // namespace stagecoach::sales

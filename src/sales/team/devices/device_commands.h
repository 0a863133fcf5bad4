// Where somebody is signed in, and ending that from afar.
#pragma once

#include <vector>

#include "sales/team/sign_in/sign_in.h"

namespace stagecoach::sales {

// The sessions of `user` that are not over; seen last comes first.
std::vector<Device> devices_of(SignInDesk& desk, UserId user);

// One session: one's own, or for an owner anybody's. not_found: no such session, or not one's own.
Result<void> end_device(SignInDesk& desk, const Viewer& viewer, SessionId id);
// All of `user` but the one that asks.
Result<void> end_other_devices(SignInDesk& desk, const Viewer& viewer, UserId user);

}  // namespace stagecoach::sales

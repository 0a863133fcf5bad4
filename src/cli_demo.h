// What `stagecoach demo` and `stagecoach serve --demo` share.
#pragma once

#include "app.h"
#include "exchange/sample/sample_organization.h"

namespace stagecoach::cli {

// Fills the workspace with sample data and says so on standard output. Where nobody has set it up
// it gets an owner, whose password is printed there. Conflict: there are deals already.
Result<void> make_demo(Workspace& workspace, const config::Settings& settings,
                       const exchange::SampleWish& wish);

}  // namespace stagecoach::cli

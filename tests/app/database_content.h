// Everything a database holds, as one hash: two are equal where no row of any table differs.
#pragma once

#include <string>

#include "platform/db/database.h"

namespace stagecoach::testing {

std::string content_of(db::Database& database);

}  // namespace stagecoach::testing

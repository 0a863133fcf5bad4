// Companies, the people in them, and what is sold to them.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <optional>
#include <string>

#include "journal/event.h"
#include "platform/base/id.h"
#include "platform/base/money.h"

namespace stagecoach::sales {

using AccountId = Id<struct AccountTag>;
using ContactId = Id<struct ContactTag>;
using ProductId = Id<struct ProductTag>;

}  // namespace stagecoach::sales

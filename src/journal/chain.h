// The hash that chains each event to the one before it.
#pragma once

#include <string>
#include <string_view>

#include "journal/event.h"

namespace stagecoach::journal {

inline constexpr size_t kHashBytes = 32;

// BLAKE2b-256 over the previous hash and every column of the event, each with its length, so that
// no two different events can read alike. `previous` is empty for the first event.
std::string chain_hash(std::string_view previous, const Event& event);

}  // namespace stagecoach::journal

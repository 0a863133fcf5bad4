// The events of accounts and contacts as sentences.
#pragma once

#include <string>

#include "journal/event.h"
#include "platform/base/phrase.h"

namespace stagecoach::sales {

// One sentence in `lang`; empty where the event is of another noun. `before` is the data of the
// last event that told of the whole record, empty where there is none.
std::string summarize_party(const journal::Event& event, std::string_view before, Lang lang);

}  // namespace stagecoach::sales

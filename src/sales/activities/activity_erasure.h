// Taking out of activities what was written about a person.
#pragma once

#include <vector>

#include "journal/commands.h"
#include "journal/redaction.h"
#include "sales/activities/activity.h"

namespace stagecoach::sales {

// What stands in place of an erased text, in every language.
inline constexpr std::string_view kErasedText = "–";

// Replaces subject and text of the activities with these contacts and gives how their recorded
// events shall read. That they happened, when and of which kind, stays: figures and gates rest on
// it. Planned ones stay planned, each with an event of its change.
Result<std::vector<journal::Redaction>> erase_activity_texts(
    journal::Work& work, const std::vector<ContactId>& contacts);

}  // namespace stagecoach::sales

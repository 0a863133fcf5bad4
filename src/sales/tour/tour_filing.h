// Ticking off what people do, from the journal.
#pragma once

#include "journal/filing.h"

namespace stagecoach::sales {

// A portion of the journal: true where there is more. What an import brings along nobody did.
bool file_tour_steps(journal::Filing& filing, Instant now);

}  // namespace stagecoach::sales

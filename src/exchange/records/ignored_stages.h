// Takes the stages that the mapping ignores out of a dataset. Not synchronised.
#pragma once

#include "exchange/records/dataset.h"

namespace stagecoach::exchange {

// Changes to such a stage are passed over. A deal that stands in one, and of which neither another
// stage nor an ending is known, stays out altogether; how many did is a warning.
void leave_out_ignored(Dataset& dataset);

}  // namespace stagecoach::exchange

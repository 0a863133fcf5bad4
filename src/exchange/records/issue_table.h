// The rows that could not be used, as a file to correct and send again.
#pragma once

#include <string>

#include "exchange/records/dataset.h"

namespace stagecoach::exchange {

// CSV with a header in `lang`: file, line, column, value, reason, and whether the row was left out
// or only its cell. Safe to open in a spreadsheet (csv_writer.h).
std::string issue_table(const Dataset& dataset, Lang lang);

}  // namespace stagecoach::exchange

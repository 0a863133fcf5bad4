// The exported files that a command reads histories of deals from, nothing being stored.
#pragma once

#include <string>
#include <vector>

#include "cli_command.h"
#include "cycle/history.h"
#include "exchange/records/history_builder.h"

namespace stagecoach::cli {

struct HistoryFiles {
  std::vector<std::string> files;
  std::string mapping, as_of;
};

// Adds the files, --mapping and --as-of to a command. `files` must outlive the parser.
void add_history_files(CLI::App& command, HistoryFiles& files, Lang lang);

struct ReadHistory {
  exchange::Dataset dataset;
  cycle::HistorySet set;
};
Result<ReadHistory> read_history(const HistoryFiles& files);

}  // namespace stagecoach::cli

// The deals of the cycle page in a file, so that a start reads that and the journal's newest events
// instead of the whole journal (ADR 7).
//
// A file belongs to one journal at one event: it carries the event's chain hash, which no other
// journal has. It can be thrown away at any time.
#pragma once

#include <optional>
#include <string>

#include "cycle/projection/deal_log.h"
#include "journal/event.h"

namespace stagecoach::cycle {

struct SavedDeals {
  journal::Seq seq = 0;    // the last event in it
  std::string chain_hash;  // of that event
  DealLog::Pipelines pipelines;
  DealLog::Sources sources;
};

// Replaces the file at once or not at all; makes its folder. Throws std::system_error.
void write_snapshot(const std::string& path, const SavedDeals& deals);

// nullopt: there is no file. Throws std::runtime_error with the reason where it cannot be used: it
// is damaged, cut short, or of another release or kind of machine.
std::optional<SavedDeals> read_snapshot(const std::string& path);

}  // namespace stagecoach::cycle

// `stagecoach demo`: fills a workspace with a simulated sales organisation.
#pragma once

#include <functional>

#include "journal/commands.h"
#include "platform/base/phrase.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::exchange {

struct SampleWish {
  std::uint64_t seed = 1;
  int deals = 600;
  int months = 14;  // the deals began within this time before now
  int reps = 9;     // in three teams, with a manager each
  Lang lang = Lang::en;
  std::string currency = "CNY";
};

struct SampleResult {
  std::int64_t deals = 0, moves = 0, accounts = 0, contacts = 0, users = 0;
};

// Writes people without passwords, accounts, contacts, products and deals with their whole way, in
// transactions of some thousand deals; every record and event is like one that people made. The
// same wish at the same time gives the same data. `progress(done, of)` is called now and then.
// Conflict: the workspace has deals already.
Result<SampleResult> write_sample(journal::CommandRunner& commands,
                                  const sales::PipelineCatalog& pipelines, const SampleWish& wish,
                                  const std::function<void(int done, int of)>& progress = {});

}  // namespace stagecoach::exchange

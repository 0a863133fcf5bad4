// From the records of export files to what happened to each deal.
//
// Won and lost are endings, recognised by kind (stage_words.h and the mapping), never stages. A
// deal without any start is kept and counted. Pure and safe from any thread.
#pragma once

#include <optional>

#include "cycle/history.h"
#include "exchange/records/dataset.h"

namespace stagecoach::exchange {

struct HistoryOptions {
  std::optional<CivilTime>
      as_of;  // unset: the last instant in the files; a bare date means its end
};

// invalid: the files hold no deals. The dataset's warnings are passed on in the set.
Result<cycle::HistorySet> build_history(const Dataset& dataset, const HistoryOptions& options = {});

}  // namespace stagecoach::exchange

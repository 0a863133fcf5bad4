// How surely a deal is counted on for the period in which it is expected to close.
#pragma once

#include <boost/describe/enum.hpp>

#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// Of a deal that is not decided, from least to most. What is won is counted as closed.
enum class ForecastCategory { omitted, pipeline, best_case, commit };
BOOST_DESCRIBE_ENUM(ForecastCategory, omitted, pipeline, best_case, commit)

// Where nobody said otherwise: by the chance in percent that the stage, or the deal, carries.
inline constexpr int kBestCaseFrom = 50, kCommitFrom = 80;

constexpr ForecastCategory category_by(StageKind kind, int probability) {
  if (kind != StageKind::open || probability <= 0) return ForecastCategory::omitted;
  if (probability >= kCommitFrom) return ForecastCategory::commit;
  return probability >= kBestCaseFrom ? ForecastCategory::best_case : ForecastCategory::pipeline;
}

}  // namespace stagecoach::sales

// What publishing a draft would do to the open deals of its pipeline, before anybody publishes it.
//
// Judged by the gate and the clock that judge the deals themselves. Only what the viewer sees is
// counted. The facts of a deal are read for stages whose criteria change, and no others; where more
// deals stand in those than kReadMax, every n-th is read and the counts are multiplied (`exact` is
// false then).
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "sales/deals/views/deal_list.h"
#include "sales/pipeline/draft/pipeline_draft.h"

namespace stagecoach::sales {

struct CriterionEffect {
  std::string key;
  Localized label;
  std::int64_t deals = 0;  // do not meet it
};
BOOST_DESCRIBE_STRUCT(CriterionEffect, (), (key, label, deals))

// The deals that are named are the first by id, at most kNamedMax.
struct StageEffect {
  StageId stage_id;
  std::string stage_key;
  Localized name;
  std::int64_t deals = 0;        // open ones in it
  bool removed = false;          // they need another stage
  std::int64_t not_passing = 0;  // lack something the draft asks anew
  std::int64_t held_back = 0;    // of those, could move on as it is published
  std::int64_t newly_over = 0;   // over the draft's standard, within the published one
  std::int64_t no_longer_over = 0;
  std::vector<CriterionEffect> criteria;  // those asked anew
  std::vector<DealId> not_passing_ids, newly_over_ids;
};
BOOST_DESCRIBE_STRUCT(StageEffect, (),
                      (stage_id, stage_key, name, deals, removed, not_passing, held_back,
                       newly_over, no_longer_over, criteria, not_passing_ids, newly_over_ids))

struct DraftEffect {
  std::int64_t version = 0;  // of the draft
  bool exact = true;
  std::int64_t deals = 0;  // open ones of the pipeline
  std::int64_t not_passing = 0;
  std::int64_t newly_over = 0;
  std::int64_t to_move = 0;
  std::vector<StageEffect> stages;  // those that deals stand in and the draft touches
};
BOOST_DESCRIBE_STRUCT(DraftEffect, (),
                      (version, exact, deals, not_passing, newly_over, to_move, stages))

inline constexpr std::int64_t kReadMax = 200'000;
inline constexpr std::size_t kNamedMax = 200;

// `read_max` is for tests.
DraftEffect effect_of(db::Connection& connection, const DealReading& reading,
                      const PipelineDraft& draft, std::int64_t read_max = kReadMax);

// Whether a deal that is open or on hold is in the pipeline.
bool has_live_deals(db::Connection& connection, PipelineId pipeline);

}  // namespace stagecoach::sales

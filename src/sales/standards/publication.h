// Publishing the draft of a pipeline: it becomes the next version, and deals of stages that it
// gives up move on, all in one transaction.
#pragma once

#include <boost/describe/class.hpp>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// Where the deals of a removed stage go, by the keys of the stages.
struct StageMove {
  std::string from;
  std::string to;
};
BOOST_DESCRIBE_STRUCT(StageMove, (), (from, to))
constexpr auto json_rules(const StageMove*) {
  return std::array{json::Rule("from").length(1, 60), json::Rule("to").length(1, 60)};
}

struct PublishDraft {
  std::string note;
  std::vector<StageMove> moves;
};
BOOST_DESCRIBE_STRUCT(PublishDraft, (), (note, moves))
constexpr auto json_rules(const PublishDraft*) {
  return std::array{json::Rule("note").length(0, 2000).defaulted(),
                    json::Rule("moves").items(0, kStagesMax).defaulted()};
}

// Refuses as take_draft does (sales/pipeline/draft). Refused as well: a removed stage in which
// deals stand and for which `moves` names no stage that stays and may hold them, or too many of
// them.
Result<Pipeline> publish_draft(journal::Work& work, PipelineId id, std::int64_t draft_version,
                               const PublishDraft& wish);

// Takes a pipeline out of use, or back into it. Refused: deals in it are not closed yet, or it is
// the last one. `version` is the published one.
Result<Pipeline> set_pipeline_archived(journal::Work& work, PipelineId id, std::int64_t version,
                                       bool archived);

}  // namespace stagecoach::sales

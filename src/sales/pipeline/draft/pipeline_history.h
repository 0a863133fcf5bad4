// The published versions of a pipeline: who changed what, when and why.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/connection.h"
#include "sales/pipeline/draft/pipeline_draft.h"

namespace stagecoach::sales {

struct PipelineVersion {
  std::int64_t number = 1;
  Instant published_at;
  std::optional<DraftEditor> published_by;  // absent: the system
  std::string note;
  std::vector<PipelineChange> changes;  // beside the version before; none for the first
};
BOOST_DESCRIBE_STRUCT(PipelineVersion, (), (number, published_at, published_by, note, changes))

struct PipelineVersionPage {
  std::vector<PipelineVersion> items;
  std::optional<std::int64_t> next_cursor;
};
BOOST_DESCRIBE_STRUCT(PipelineVersionPage, (), (items, next_cursor))

struct VersionsQuery {
  std::optional<int> limit;            // 1..50, 20 if absent
  std::optional<std::int64_t> cursor;  // older than this version
};
BOOST_DESCRIBE_STRUCT(VersionsQuery, (), (limit, cursor))
constexpr auto json_rules(const VersionsQuery*) {
  return std::array{json::Rule("limit").between(1, 50),
                    json::Rule("cursor").between(1, std::numeric_limits<std::int64_t>::max())};
}

// Newest first. not_found: no such pipeline, or never published.
Result<PipelineVersionPage> list_versions(db::Connection& connection, PipelineId id,
                                          const VersionsQuery& query);
Result<Pipeline> read_version(db::Connection& connection, PipelineId id, std::int64_t number);

// An exit criterion of the published pipeline, and since when it has been one of its stage's.
struct CriterionInForce {
  StageId stage_id;
  std::string key;
  Instant since;
};
// Nothing where there is no such pipeline.
std::vector<CriterionInForce> criteria_in_force(db::Connection& connection, PipelineId id);

}  // namespace stagecoach::sales

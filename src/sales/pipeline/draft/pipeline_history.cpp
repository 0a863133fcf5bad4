#include "sales/pipeline/draft/pipeline_history.h"

#include <algorithm>
#include <limits>

#include "sales/pipeline/pipeline_store.h"
#include "sales/team/people.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

Result<PipelineVersionPage> list_versions(db::Connection& connection, PipelineId id,
                                          const VersionsQuery& query) {
  constexpr int kLimitDefault = 20;
  if (!find_pipeline(connection, id)) return no_such_record();
  const int limit = query.limit.value_or(kLimitDefault);
  // One more, to say what the last of the page changed.
  const std::vector<StoredVersion> stored =
      load_versions(connection, id, query.cursor.value_or(0), limit + 1);
  const auto organization = find_organization(connection);
  const Currency currency = organization ? organization->currency : Currency();

  PipelineVersionPage page;
  for (std::size_t i = 0; i < stored.size() && i < static_cast<std::size_t>(limit); ++i) {
    const StoredVersion& each = stored[i];
    PipelineVersion version{each.pipeline.version_number, each.published_at, {}, each.note, {}};
    if (each.published_by) version.published_by = DraftEditor{each.published_by, each.publisher};
    if (i + 1 < stored.size())
      version.changes = changes_between(stored[i + 1].pipeline, each.pipeline, currency);
    page.items.push_back(std::move(version));
  }
  if (stored.size() > static_cast<std::size_t>(limit)) page.next_cursor = page.items.back().number;
  return page;
}

Result<Pipeline> read_version(db::Connection& connection, PipelineId id, std::int64_t number) {
  if (number == std::numeric_limits<std::int64_t>::max()) return no_such_record();
  std::vector<StoredVersion> found = load_versions(connection, id, number + 1, 1);
  if (found.empty() || found.front().pipeline.version_number != number) return no_such_record();
  return std::move(found.front().pipeline);
}

std::vector<CriterionInForce> criteria_in_force(db::Connection& connection, PipelineId id) {
  constexpr int kVersionsMax = 1'000;
  const std::vector<StoredVersion> versions = load_versions(connection, id, 0, kVersionsMax);
  std::vector<CriterionInForce> in_force;
  if (versions.empty()) return in_force;
  const auto has = [](const Pipeline& pipeline, StageId stage_id, const std::string& key) {
    const Stage* stage = pipeline.find(stage_id);
    return stage && std::any_of(stage->exit_criteria.begin(), stage->exit_criteria.end(),
                                [&](const Criterion& each) { return each.key == key; });
  };
  for (const Stage& stage : versions.front().pipeline.stages)
    for (const Criterion& criterion : stage.exit_criteria) {
      CriterionInForce& told = in_force.emplace_back(
          CriterionInForce{stage.id, criterion.key, versions.front().published_at});
      for (const StoredVersion& version : versions) {
        if (!has(version.pipeline, stage.id, criterion.key)) break;
        told.since = version.published_at;
      }
    }
  return in_force;
}

}  // namespace stagecoach::sales

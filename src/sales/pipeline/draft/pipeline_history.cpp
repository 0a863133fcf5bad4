#include "sales/pipeline/draft/pipeline_history.h"

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

}  // namespace stagecoach::sales

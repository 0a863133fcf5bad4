#include "sales/pipeline/pipeline_catalog.h"

#include <algorithm>

#include "sales/pipeline/pipeline_store.h"

namespace stagecoach::sales {
namespace {

template <class Matches>
const Pipeline* find_where(const std::vector<Pipeline>& all, Matches matches) {
  const auto at = std::find_if(all.begin(), all.end(), matches);
  return at == all.end() ? nullptr : &*at;
}

}  // namespace

const Pipeline* Pipelines::find(PipelineId id) const {
  return find_where(all_, [&](const Pipeline& p) { return p.id == id; });
}

const Pipeline* Pipelines::find(std::string_view key) const {
  return find_where(all_, [&](const Pipeline& p) { return p.key == key; });
}

const Pipeline* Pipelines::holding(StageId stage) const {
  return find_where(all_, [&](const Pipeline& p) { return p.find(stage) != nullptr; });
}

void PipelineCatalog::reload(db::Connection& connection) {
  auto fresh = std::make_shared<const Pipelines>(load_pipelines(connection));
  *pipelines_.lock() = std::move(fresh);
}

}  // namespace stagecoach::sales

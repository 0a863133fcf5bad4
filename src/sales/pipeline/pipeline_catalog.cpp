#include "sales/pipeline/pipeline_catalog.h"

#include <algorithm>

#include "journal/reader.h"
#include "sales/fields/field_commands.h"
#include "sales/pipeline/pipeline_store.h"

namespace stagecoach::sales {
namespace {

template <class Matches>
const Pipeline* find_where(const std::vector<Pipeline>& all, Matches matches) {
  const auto at = std::find_if(all.begin(), all.end(), matches);
  return at == all.end() ? nullptr : &*at;
}

// What the catalog holds: with the end of the journal when it was read.
struct PipelinesAt : Pipelines {
  PipelinesAt(journal::Seq read_at, std::vector<Pipeline> pipelines, CustomFields fields)
      : Pipelines(std::move(pipelines), std::move(fields)), seq(read_at) {}
  journal::Seq seq;
};

}  // namespace

const Pipeline* Pipelines::find(PipelineId id) const {
  return find_where(all_, [&](const Pipeline& p) { return p.id == id; });
}

const Pipeline* Pipelines::find(std::string_view key) const {
  return find_where(all_, [&](const Pipeline& p) { return p.key == key; });
}

const Pipeline* Pipelines::first() const {
  return find_where(all_, [](const Pipeline& p) { return !p.archived; });
}

const Pipeline* Pipelines::holding(StageId stage) const {
  return find_where(all_, [&](const Pipeline& p) { return p.find_ever(stage) != nullptr; });
}

PipelineCatalog::PipelineCatalog(db::Database& database)
    : database_(database),
      pipelines_(std::make_shared<const PipelinesAt>(0, std::vector<Pipeline>{}, CustomFields{})) {}

std::shared_ptr<const Pipelines> PipelineCatalog::current() const {
  auto known = *pipelines_.read();
  if (!known->all().empty()) return known;
  database_.read([&](db::Connection& connection) { reload(connection); });
  return *pipelines_.read();
}

void PipelineCatalog::reload(db::Connection& connection) const {
  // Asked for first: what is read behind it is at least as new.
  const journal::Seq seq = journal::head(connection);
  auto fresh = std::make_shared<const PipelinesAt>(seq, load_pipelines(connection),
                                                   load_custom_fields(connection));
  auto known = pipelines_.lock();
  // Whoever changed a field reads it at once; the live reader, who began before that, may end
  // later.
  if (seq >= static_cast<const PipelinesAt&>(**known).seq) *known = std::move(fresh);
}

}  // namespace stagecoach::sales

// The published pipelines and the custom fields, in memory: every move and every board asks for
// them.
#pragma once

#include <memory>
#include <vector>

#include "platform/base/guarded.h"
#include "platform/db/database.h"
#include "sales/fields/custom_field.h"
#include "sales/pipeline/pipeline.h"

namespace stagecoach::sales {

// An immutable set of pipelines with the fields of the records that go through them, shared between
// threads.
class Pipelines {
 public:
  explicit Pipelines(std::vector<Pipeline> pipelines, CustomFields fields = {})
      : all_(std::move(pipelines)), fields_(std::move(fields)) {}

  const std::vector<Pipeline>& all() const { return all_; }
  const Pipeline* find(PipelineId id) const;
  const Pipeline* find(std::string_view key) const;
  // Where a new deal starts unless somebody says otherwise: the first that is not archived; nullptr
  // where there is none.
  const Pipeline* first() const;
  // The pipeline a stage belongs to, or belonged to before it was retired.
  const Pipeline* holding(StageId stage) const;
  const CustomFields& fields() const { return fields_; }

 private:
  std::vector<Pipeline> all_;
  CustomFields fields_;
};

// Thread-safe. Reload after a pipeline was published or a custom field changed (the live reader
// does).
class PipelineCatalog {
 public:
  // `database` must outlive the catalog. Nothing is read before the first question.
  explicit PipelineCatalog(db::Database& database);

  // Reads the database while there is no pipeline yet, so that a set-up is seen at once.
  std::shared_ptr<const Pipelines> current() const;
  void reload(db::Connection& connection) const;

 private:
  db::Database& database_;
  mutable Guarded<std::shared_ptr<const Pipelines>> pipelines_;
};

}  // namespace stagecoach::sales

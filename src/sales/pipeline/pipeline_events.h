// What the journal records about pipelines.
#pragma once

#include <boost/describe/class.hpp>
#include <string>

namespace stagecoach::sales {

struct PipelinePublished {
  static constexpr std::string_view kKind = "pipeline.published";
  std::string key;
  std::int64_t version_number = 1;
  std::string note = {};
};
BOOST_DESCRIBE_STRUCT(PipelinePublished, (), (key, version_number, note))

struct PipelineArchived {
  static constexpr std::string_view kKind = "pipeline.archived";
  std::string key;
};
BOOST_DESCRIBE_STRUCT(PipelineArchived, (), (key))

struct PipelineReopened {
  static constexpr std::string_view kKind = "pipeline.reopened";
  std::string key;
};
BOOST_DESCRIBE_STRUCT(PipelineReopened, (), (key))

// What the journal calls the subject of the two below: they are the editors' business alone.
inline constexpr std::string_view kDraftSubject = "pipeline_draft";

struct DraftSaved {
  static constexpr std::string_view kKind = "pipeline_draft.saved";
  std::string key;
  std::int64_t version = 1;       // of the draft
  std::int64_t base_version = 0;  // of the pipeline it was begun from; 0 = a new pipeline
};
BOOST_DESCRIBE_STRUCT(DraftSaved, (), (key, version, base_version))

struct DraftDiscarded {
  static constexpr std::string_view kKind = "pipeline_draft.discarded";
  std::string key;
  std::int64_t version = 1;
};
BOOST_DESCRIBE_STRUCT(DraftDiscarded, (), (key, version))

}  // namespace stagecoach::sales

// The draft of a pipeline: one for all its editors, saved as they edit, published as a whole.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/time.h"
#include "sales/pipeline/draft/pipeline_diff.h"
#include "sales/pipeline/pipeline.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

// A draft nobody has begun looks like the published version.
struct PipelineDraft {
  std::int64_t version = 0;       // one more at each save; 0 = never saved
  bool exists = false;            // false: the definition is the published one
  std::int64_t base_version = 0;  // the published version it was begun from; 0 = a new pipeline
  std::int64_t published_version = 0;
  Pipeline definition;
  UserId created_by, saved_by;
  Instant saved_at;
};

struct DraftEditor {
  UserId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(DraftEditor, (), (id, name))

// What keeps the draft from being published.
struct DraftFault {
  std::string field;  // "stages[2].exit_criteria[0].label"
  std::string code;
  Localized message;
};
BOOST_DESCRIBE_STRUCT(DraftFault, (), (field, code, message))

// Both changed the same thing since the draft was begun; bringing the draft up to date keeps
// `mine`.
struct RebaseClash {
  PipelineChange mine, theirs;
};
BOOST_DESCRIBE_STRUCT(RebaseClash, (), (mine, theirs))

struct PipelineDraftView {
  PipelineId pipeline_id;
  std::int64_t version = 0;
  bool exists = false;
  std::int64_t base_version = 0;
  std::int64_t published_version = 0;
  Pipeline definition;
  std::optional<DraftEditor> author, editor;  // who began it, who saved it last
  std::optional<Instant> saved_at;
  std::vector<PipelineChange> changes;  // beside what is published
  std::vector<DraftFault> faults;
  // What was published since it was begun, and what of that it changes as well. Until it is brought
  // up to date it cannot be published.
  std::vector<PipelineChange> published_since;
  std::vector<RebaseClash> clashes;
};
BOOST_DESCRIBE_STRUCT(PipelineDraftView, (),
                      (pipeline_id, version, exists, base_version, published_version, definition,
                       author, editor, saved_at, changes, faults, published_since, clashes))

struct DraftSummary {
  PipelineId pipeline_id;
  Localized name;
  std::int64_t version = 0;
  std::int64_t base_version = 0;
  std::int64_t published_version = 0;
  std::string editor;
  Instant saved_at;
};
BOOST_DESCRIBE_STRUCT(DraftSummary, (),
                      (pipeline_id, name, version, base_version, published_version, editor,
                       saved_at))

}  // namespace stagecoach::sales

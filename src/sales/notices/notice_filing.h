// Making notices, a portion at a time: from the journal by a durable cursor, and from the steps
// that fall due by a mark of their own. What is filed and how far it was read are committed
// together, so a crash repeats nothing and loses nothing, and several nodes do not tell twice.
#pragma once

#include "journal/filing.h"
#include "sales/notices/notice.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// One to a workspace and node; used by one thread.
class NoticeFiling {
 public:
  // Both must outlive it. Steps that were due before `now` are no news to a workspace that has no
  // mark yet.
  NoticeFiling(db::Database& database, const PipelineCatalog& pipelines);

  // Files what a portion of the journal gives rise to. True: there is more.
  bool file_events(Instant now);
  // Files the steps that have fallen due since the last time, a portion of them. True: there is
  // more.
  bool file_due_steps(Instant now);

 private:
  db::Database& database_;
  const PipelineCatalog& pipelines_;
  journal::Filing filing_;
};

}  // namespace stagecoach::sales

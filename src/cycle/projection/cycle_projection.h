// The deals of a workspace in memory, following the journal: what the cycle page counts.
#pragma once

#include <memory>

#include "cycle/projection/cycle_snapshot.h"
#include "cycle/projection/deal_log.h"
#include "journal/reader.h"
#include "platform/base/clock.h"
#include "platform/base/guarded.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::cycle {

// Thread-safe. A thread of its own follows the journal from its beginning; a snapshot is made anew
// when something changed, though never more often than takes a tenth of that thread's time.
class CycleProjection {
 public:
  // All must outlive the projection.
  CycleProjection(db::Database& database, const sales::PipelineCatalog& pipelines);
  ~CycleProjection();

  // nullptr until the journal has been read for the first time.
  std::shared_ptr<const CycleSnapshot> current() const { return *snapshot_.read(); }
  // Waits until events up to `seq` are in current(), or the time is over. For tests and scripts.
  bool wait_for(journal::Seq seq, Millis at_most) const;

 private:
  void step();
  void number_stages();
  void publish();

  db::Database& database_;
  const sales::PipelineCatalog& catalog_;
  std::shared_ptr<const sales::Pipelines> pipelines_;  // of the reader's thread alone, as below
  DealLog log_;
  journal::Seq last_ = 0;
  bool dirty_ = true;
  std::chrono::steady_clock::time_point not_before_{};
  Guarded<std::shared_ptr<const CycleSnapshot>> snapshot_;
  std::unique_ptr<journal::ReaderLoop> loop_;
};

}  // namespace stagecoach::cycle

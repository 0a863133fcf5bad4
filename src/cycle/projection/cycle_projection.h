// The deals of a workspace in memory, following the journal: what the cycle page counts.
#pragma once

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <string>

#include "cycle/projection/cycle_snapshot.h"
#include "cycle/projection/deal_log.h"
#include "cycle/projection/snapshot_file.h"
#include "journal/reader.h"
#include "platform/base/clock.h"
#include "platform/base/guarded.h"
#include "platform/base/result.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::cycle {

// Thread-safe. A thread of its own follows the journal, from its beginning or from where the last
// run left off (snapshot_file.h); a snapshot is made anew when something changed, though never more
// often than takes a tenth of that thread's time.
class CycleProjection {
 public:
  // Follows nothing until start(). All must outlive the projection. `file` is where to leave off,
  // now and then and at the end; empty: nowhere.
  CycleProjection(db::Database& database, const sales::PipelineCatalog& pipelines,
                  std::string file = {});
  ~CycleProjection();

  // Once; the thread then follows the journal.
  void start();

  // `unavailable` until the journal has been read for the first time; current() is null until then.
  Result<std::shared_ptr<const CycleSnapshot>> ready() const;
  std::shared_ptr<const CycleSnapshot> current() const { return *snapshot_.read(); }
  // The event after which this run has followed the journal: 0, or that of the file.
  journal::Seq resumed_after() const { return resumed_after_; }
  // Waits until events up to `seq` are in current(), or the time is over. For tests and scripts.
  bool wait_for(journal::Seq seq, Millis at_most) const;

 private:
  void step();
  void resume();
  void number_stages();
  void publish();
  void save_now_and_then();
  std::optional<SavedDeals> to_save();

  db::Database& database_;
  const sales::PipelineCatalog& catalog_;
  const std::string file_;
  std::atomic<journal::Seq> resumed_after_ = 0;

  // Of the reader's thread alone.
  bool has_resumed_ = false;
  std::shared_ptr<const sales::Pipelines> pipelines_;
  DealLog log_;
  journal::Seq last_ = 0, saved_ = 0;
  bool dirty_ = true;
  std::chrono::steady_clock::time_point not_before_{}, save_after_{};
  std::future<void> saving_;

  Guarded<std::shared_ptr<const CycleSnapshot>> snapshot_;
  std::unique_ptr<journal::ReaderLoop> loop_;
};

}  // namespace stagecoach::cycle

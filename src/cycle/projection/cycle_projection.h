// The deals of a workspace as columns in memory, following the journal: what the cycle page counts.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <vector>

#include "cycle/projection/deal_log.h"
#include "cycle/tally.h"
#include "cycle/visits.h"
#include "journal/reader.h"
#include "platform/base/clock.h"
#include "platform/base/guarded.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::cycle {

// The deals of one pipeline at one moment. Immutable. Deal number i of `table` has the attributes
// at place i. Stage number s of `table` is `stages[s]`.
struct PipelineColumns {
  std::shared_ptr<const sales::Pipelines> pipelines;  // keeps `pipeline` alive
  const sales::Pipeline* pipeline = nullptr;
  std::vector<const sales::Stage*> stages;  // the open ones in order, then on hold
  VisitTable table{ClockUnit::seconds};
  std::vector<std::int64_t> started;  // seconds; kUnknownTime where nobody knows
  std::vector<UserId> owner;
  std::vector<sales::TeamId> team;
  std::vector<std::int32_t> source;
  std::vector<std::vector<std::int32_t>> products;
};

struct CycleSnapshot {
  journal::Seq seq = 0;  // up to and including this event
  std::map<std::int64_t, std::shared_ptr<const PipelineColumns>> pipelines;  // by pipeline id
  std::map<std::string, std::int32_t> source_numbers;
};

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
  void publish();

  db::Database& database_;
  const sales::PipelineCatalog& catalog_;
  DealLog log_;  // of the reader's thread alone, as are the next four
  journal::Seq last_ = 0;
  bool dirty_ = true;
  std::chrono::steady_clock::time_point not_before_{};
  Guarded<std::shared_ptr<const CycleSnapshot>> snapshot_;
  std::unique_ptr<journal::ReaderLoop> loop_;
};

// The episodes of one deal in stage numbers of `columns`; `number_of` maps a stage's id to its
// number, or to -1 (won), -2 (lost). Exposed for its tests.
std::vector<Episode> episodes_of(const LoggedDeal& deal,
                                 const std::unordered_map<std::int32_t, int>& number_of);

}  // namespace stagecoach::cycle

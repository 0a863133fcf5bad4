// Random deals told twice: packed, and as the deals themselves.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "cycle/projection/cycle_snapshot.h"
#include "cycle/projection/random_journal.h"

namespace stagecoach::cycle {

struct Told {
  PipelineColumns columns;
  std::vector<LoggedDeal> deals;
  std::unordered_map<std::string, std::uint32_t> sources;
};

class ToldDeals : public ::testing::Test {
 protected:
  void tell(RandomJournal& make, int events) {
    DealLog log;
    for (int p = 1; p <= RandomJournal::kPipelines; ++p)
      log.number_stages(p, RandomJournal::numbers(p));
    for (int i = 0; i < events; ++i) {
      log.apply(make.next());
      if (make.chance(3)) log.fold();
    }
    log.fold();
    now_ = make.now();
    for (const auto& [id, pipeline] : log.pipelines()) {
      Told& told = told_[id];
      told.sources = log.sources();
      told.columns.number_of = RandomJournal::numbers(id);
      told.columns.stages.resize(RandomJournal::kOpenStages + 1);
      told.columns.passages = pipeline.passages;
      told.columns.chunks = pipeline.chunks;
      for (const auto& chunk : pipeline.chunks) {
        told.columns.entries += chunk->counts().entries;
        for (std::size_t slot = 0; slot < chunk->size(); ++slot)
          told.deals.push_back(chunk->deal(slot, pipeline.passages));
      }
    }
  }

  std::map<int, Told> told_;  // by pipeline
  std::int64_t now_ = 0;
};

}  // namespace stagecoach::cycle

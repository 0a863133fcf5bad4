// A journal of random deals in two pipelines: created, imported with and without a history, moved
// forward, back and over stages, backdated, undone, won, lost, reopened, put on hold, given to
// others, deleted and restored.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "cycle/projection/deal_log.h"

namespace stagecoach::cycle {

class RandomJournal {
 public:
  // Stage ids of pipeline p: open ones 10p + 1 to 10p + 4, on hold 10p + 5, won 10p + 6, lost
  // 10p + 7. Stage 10p + 8 is none that the pipeline has (any more).
  static constexpr int kPipelines = 2, kOpenStages = 4;
  static StageNumbers numbers(int pipeline) {
    StageNumbers numbers;
    for (int i = 0; i <= kOpenStages; ++i) numbers[10 * pipeline + 1 + i] = i;
    numbers[10 * pipeline + 6] = kNumberOfWon;
    numbers[10 * pipeline + 7] = kNumberOfLost;
    return numbers;
  }

  explicit RandomJournal(unsigned seed) : engine_(seed) {}

  std::int64_t below(std::int64_t n) {
    return std::uniform_int_distribution<std::int64_t>(0, n - 1)(engine_);
  }
  bool chance(int percent) { return below(100) < percent; }
  std::int64_t now() const { return now_s_; }
  std::int64_t deals() const { return static_cast<std::int64_t>(deals_.size()); }

  journal::Event next() {
    now_s_ += chance(30) ? 0 : below(40'000);
    if (deals_.empty() || chance(20)) return create();
    const std::int64_t id = 1 + below(deals());
    Deal& deal = deals_[static_cast<std::size_t>(id - 1)];
    if (deal.deleted || chance(3)) {
      deal.deleted = !deal.deleted;
      return deal.deleted ? event(sales::DealDeleted{"Deal"}, id)
                          : event(sales::DealRestored{"Deal"}, id);
    }
    if (chance(15)) return change(id);
    if (!deal.moves.empty() && chance(12)) {
      const journal::Seq undone = deal.moves.back();
      deal.moves.pop_back();
      return event(sales::DealMoveUndone{undone, sales::StageId(1)}, id);
    }
    deal.moves.push_back(seq_ + 1);
    sales::DealMoved moved;
    if (seq_ % 7 == 0) moved.overridden = {"champion", "budget"};
    moved.from_stage_id = sales::StageId(deal.stage);
    moved.to_stage_id = sales::StageId(stage_after(deal));
    deal.stage = moved.to_stage_id.value;
    return event(moved, id, chance(8) ? below(200'000) : 0);
  }

 private:
  struct Deal {
    std::int64_t pipeline = 1, stage = 0;
    std::vector<journal::Seq> moves;
    bool deleted = false;
  };

  template <class E>
  journal::Event event(const E& what, std::int64_t deal, std::int64_t backdated_s = 0) {
    journal::Draft draft = journal::because(what);
    journal::Event event;
    event.seq = ++seq_;
    event.recorded_at = from_millis(now_s_ * 1000);
    event.effective_at = from_millis((now_s_ - backdated_s) * 1000 + below(1000));
    event.kind = draft.kind;
    event.subject_kind = sales::kDealSubject;
    event.subject_id = deal;
    event.data = std::move(draft.data);
    return event;
  }

  std::int64_t stage_after(const Deal& deal) {
    const std::int64_t base = 10 * deal.pipeline;
    if (deal.stage - base <= kOpenStages && chance(60)) return deal.stage + 1;
    return base + 1 + below(8);
  }

  journal::Event create() {
    Deal& deal = deals_.emplace_back();
    deal.pipeline = 1 + below(kPipelines);
    deal.stage = 10 * deal.pipeline + 1 + (chance(30) ? below(7) : 0);
    sales::DealCreated created;
    created.name = "Deal \"" + std::to_string(deals()) + "\"";
    created.pipeline_id = sales::PipelineId(deal.pipeline);
    created.stage_id = sales::StageId(deal.stage);
    created.source = chance(30) ? "" : "Quelle " + std::to_string(below(3));
    created.snapshot.owner_id = UserId(below(4));
    if (deals() % 3 > 0)
      created.snapshot.amount =
          Money{100 * deals(), *Currency::parse(deals() % 5 > 0 ? "EUR" : "CNY")};
    if (chance(70)) created.snapshot.team_id = sales::TeamId(1 + below(3));
    for (std::int64_t i = below(3); i > 0; --i) created.products.emplace_back(1 + below(5));
    if (chance(20)) import(created, deal);
    return event(created, deals(), chance(20) ? below(3'000'000) : 0);
  }

  void import(sales::DealCreated& created, const Deal& deal) {
    created.import_id = 1;
    created.entry_known = chance(40);
    if (!created.entry_known && chance(50))
      created.started = from_millis((now_s_ - below(90'000)) * 1000);
    std::int64_t at = now_s_ - 5'000'000;
    for (std::int64_t i = created.entry_known ? 1 + below(4) : below(2); i > 0; --i)
      created.history.push_back(
          {i == 1 ? created.stage_id : sales::StageId(10 * deal.pipeline + 1 + below(4)),
           from_millis((at += below(900'000)) * 1000)});
  }

  journal::Event change(std::int64_t id) {
    const std::string who = std::to_string(below(4)), team = std::to_string(1 + below(3));
    switch (below(5)) {
      case 0:
        return event(sales::DealChanged{{{"owner_id", {"1"}, {who}}}, {}}, id);
      case 1:
        return event(sales::DealChanged{{{"team_id", {"1"}, {chance(50) ? "null" : team}}}, {}},
                     id);
      case 2:
        return event(sales::DealChanged{{{"source", {"\"\""}, {"\"Quelle " + who + "\""}}}, {}},
                     id);
      case 3:
        return event(sales::DealChanged{{{"name", {"\"a\""}, {"\"b\""}},
                                         {"product_lines",
                                          {"[]"},
                                          {R"([{"product_id":)" + team +
                                           R"(,"name":"A]\"}","quantity":1,"price":null}])"}}},
                                        {}},
                     id);
      default:
        return event(
            sales::DealChanged{{{"amount",
                                 {"null"},
                                 {id % 2 == 0 ? R"({"minor":700,"currency":"CNY"})" : "null"}}},
                               {}},
            id);
    }
  }

  std::mt19937 engine_;
  std::int64_t now_s_ = 1'700'000'000;
  journal::Seq seq_ = 0;
  std::vector<Deal> deals_;
};

}  // namespace stagecoach::cycle

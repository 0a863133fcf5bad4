#include "cycle/projection/cycle_projection.h"

#include <thread>

namespace stagecoach::cycle {
namespace {

constexpr Millis kPeriod{500};
constexpr int kBatch = 50'000;
constexpr int kNumberOfWon = -1, kNumberOfLost = -2;
constexpr int kRestShare = 9;  // rest this many times as long as a snapshot took

std::int64_t seconds_of(Instant t) {
  return std::chrono::floor<std::chrono::seconds>(t).time_since_epoch().count();
}

std::unordered_map<std::int32_t, int> stage_numbers(const sales::Pipeline& pipeline,
                                                    std::vector<const sales::Stage*>& stages) {
  std::unordered_map<std::int32_t, int> number_of;
  for (const sales::StageKind kind : {sales::StageKind::open, sales::StageKind::on_hold})
    for (const sales::Stage& stage : pipeline.stages)
      if (stage.kind == kind) {
        number_of[static_cast<std::int32_t>(stage.id.value)] = static_cast<int>(stages.size());
        stages.push_back(&stage);
      }
  for (const sales::Stage& stage : pipeline.stages) {
    const auto id = static_cast<std::int32_t>(stage.id.value);
    if (stage.kind == sales::StageKind::won) number_of[id] = kNumberOfWon;
    if (stage.kind == sales::StageKind::lost) number_of[id] = kNumberOfLost;
  }
  return number_of;
}

void add_deal(PipelineColumns& columns, const LoggedDeal& deal,
              const std::unordered_map<std::int32_t, int>& number_of) {
  const std::vector<Episode> episodes = episodes_of(deal, number_of);
  if (episodes.empty()) return;
  const auto number = static_cast<std::uint32_t>(columns.owner.size());
  for (const Episode& episode : episodes) columns.table.append(number, episode);
  columns.started.push_back(episodes.front().start.value_or(kUnknownTime));
  columns.owner.push_back(deal.owner);
  columns.team.push_back(deal.team);
  columns.source.push_back(deal.source);
  columns.products.push_back(deal.products);
}

}  // namespace

std::vector<Episode> episodes_of(const LoggedDeal& deal,
                                 const std::unordered_map<std::int32_t, int>& number_of) {
  std::vector<Episode> episodes;
  bool closed = true;  // the first entry opens the first episode
  for (const LoggedEntry& entry : deal.entries) {
    const auto known = number_of.find(entry.stage);
    if (known == number_of.end()) continue;
    // Only the entry an import did not date is unknown; later moves were watched. An import that
    // knows when a deal began knows when it ended, too.
    const bool is_dated_ending = known->second < 0 && deal.started;
    const bool undated = !deal.entry_known && &entry == &deal.entries.front() && !is_dated_ending;
    const std::int64_t at = undated ? kUnknownTime : seconds_of(entry.at);
    if (closed && known->second >= 0) {
      episodes.emplace_back();
      if (at != kUnknownTime) episodes.back().start = at;
      closed = false;
    }
    if (known->second >= 0) {
      episodes.back().entries.push_back({known->second, at});
      continue;
    }
    if (closed) {
      if (!episodes.empty()) continue;  // lost after won: the first outcome stays
      episodes.emplace_back();          // imported as closed, its way there unknown
    }
    episodes.back().ending = known->second == kNumberOfWon ? Ending::won : Ending::lost;
    if (at != kUnknownTime) episodes.back().ended_at = at;
    closed = true;
  }
  if (!deal.entry_known && deal.started && !episodes.empty())
    episodes.front().start = seconds_of(*deal.started);
  return episodes;
}

CycleProjection::CycleProjection(db::Database& database, const sales::PipelineCatalog& pipelines)
    : database_(database), catalog_(pipelines) {
  loop_ = std::make_unique<journal::ReaderLoop>(database, "cycle", kPeriod, [this] { step(); });
}

CycleProjection::~CycleProjection() = default;

void CycleProjection::step() {
  for (bool more = true; more;) {
    const journal::Seq before = last_;
    last_ = database_.read([&](db::Connection& connection) {
      return journal::each_after(connection, before, kBatch, [&](const journal::Event& event) {
        dirty_ |= log_.apply(event).has_value() || event.subject_kind == "pipeline";
      });
    });
    more = last_ - before == kBatch;
  }
  if (!dirty_ || std::chrono::steady_clock::now() < not_before_) return;
  const auto began = std::chrono::steady_clock::now();
  publish();
  dirty_ = false;
  const auto ended = std::chrono::steady_clock::now();
  not_before_ = ended + kRestShare * (ended - began);
}

void CycleProjection::publish() {
  auto snapshot = std::make_shared<CycleSnapshot>();
  snapshot->seq = last_;
  const auto pipelines = catalog_.current();
  for (const sales::Pipeline& pipeline : pipelines->all()) {
    auto columns = std::make_shared<PipelineColumns>();
    columns->pipelines = pipelines;
    columns->pipeline = &pipeline;
    const auto number_of = stage_numbers(pipeline, columns->stages);
    for (const LoggedDeal& deal : log_.deals())
      if (!deal.deleted && deal.pipeline == pipeline.id.value) add_deal(*columns, deal, number_of);
    snapshot->pipelines[pipeline.id.value] = std::move(columns);
  }
  for (const sales::Pipeline& pipeline : pipelines->all())
    for (const sales::Choice& source : pipeline.sources)
      snapshot->source_numbers[source.key] = log_.source_number(source.key);
  *snapshot_.lock() = std::move(snapshot);
}

bool CycleProjection::wait_for(journal::Seq seq, Millis at_most) const {
  const auto until = std::chrono::steady_clock::now() + at_most;
  while (std::chrono::steady_clock::now() < until) {
    if (const auto snapshot = current(); snapshot && snapshot->seq >= seq) return true;
    std::this_thread::sleep_for(Millis(5));
  }
  return false;
}

}  // namespace stagecoach::cycle

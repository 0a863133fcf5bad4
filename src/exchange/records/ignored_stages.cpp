#include "exchange/records/ignored_stages.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace stagecoach::exchange {
namespace {

const Phrase kLeftOut{"import.deals_left_out",
                      "{count} deals stand in a stage that is ignored, and stay out.",
                      "有 {count} 个商机处于被忽略的阶段，未予导入。"};

// Few names stand on many rows.
class IgnoredNames {
 public:
  explicit IgnoredNames(const Mapping& mapping) : mapping_(mapping) {}
  bool has(std::string_view stage) {
    const auto [at, fresh] = known_.try_emplace(stage);
    if (fresh) at->second = meaning_of_stage(mapping_, stage).ignored;
    return at->second;
  }

 private:
  const Mapping& mapping_;
  std::unordered_map<std::string_view, bool> known_;
};

bool says_an_ending(const Mapping& mapping, const DealRecord& deal) {
  return deal.is_won.value_or(false) || deal.is_closed.value_or(false) || deal.won || deal.lost ||
         kind_of_stage(mapping, deal.status) != StageKind::open;
}

}  // namespace

void leave_out_ignored(Dataset& dataset) {
  const std::vector<StageMapping>& said = dataset.mapping.stage_map;
  if (std::none_of(said.begin(), said.end(),
                   [](const StageMapping& each) { return each.to == kToNowhere; }))
    return;
  IgnoredNames ignored(dataset.mapping);
  std::erase_if(dataset.events, [&](const StageEvent& event) { return ignored.has(event.stage); });
  std::unordered_set<std::string_view> with_history;
  for (const StageEvent& event : dataset.events) with_history.insert(event.deal);
  const std::size_t out = std::erase_if(dataset.deals, [&](const DealRecord& deal) {
    return ignored.has(deal.stage) && !with_history.contains(deal.key) &&
           !says_an_ending(dataset.mapping, deal);
  });
  if (out == 0) return;
  dataset.warnings.push_back(
      {static_cast<std::int64_t>(out), Message(kLeftOut, {{"count", std::to_string(out)}})});
}

}  // namespace stagecoach::exchange

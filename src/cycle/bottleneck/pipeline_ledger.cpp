#include "cycle/bottleneck/pipeline_ledger.h"

#include <algorithm>
#include <unordered_map>

#include "cycle/prediction/stays.h"

namespace stagecoach::cycle {
namespace {

constexpr std::int64_t kYear = 365 * kSecondsPerDay;
constexpr std::int64_t kPeriod = 91 * kSecondsPerDay;
constexpr std::int64_t kPeriodsMax = 8;  // two years, the last of them only begun

// Small numbers for what has large ones.
template <class Key>
class Numbers {
 public:
  std::uint32_t of(Key key) {
    return numbers_.try_emplace(key, static_cast<std::uint32_t>(numbers_.size())).first->second;
  }

 private:
  std::unordered_map<Key, std::uint32_t> numbers_;
};

// Of each deal, by its number: whether it counts, its owner, and whom it is drawn together with.
struct DealColumns {
  std::vector<std::uint8_t> keep;
  std::vector<std::uint32_t> owner, cluster;
};

DealColumns deal_columns(const PipelineColumns& columns, const DealSelection& selection,
                         const std::vector<sales::DealAccount>& accounts) {
  DealColumns deals;
  Numbers<std::uint32_t> owners;
  Numbers<std::int64_t> clusters;
  for (const std::shared_ptr<const DealChunk>& chunk : columns.chunks) {
    const std::size_t first = deals.keep.size();
    deals.keep.resize(first + chunk->size());
    selection.mark(*chunk, std::span(deals.keep).subspan(first));
    for (std::size_t slot = 0; slot < chunk->size(); ++slot) {
      const sales::DealId id(chunk->ids()[slot]);
      const auto at =
          std::lower_bound(accounts.begin(), accounts.end(), id,
                           [](const sales::DealAccount& a, sales::DealId b) { return a.deal < b; });
      const bool has_account = at != accounts.end() && at->deal == id;
      const bool kept = deals.keep[first + slot] != 0;
      deals.owner.push_back(kept ? owners.of(chunk->owners()[slot]) : 0);
      // Accounts are positive, so a deal's own number is told apart by its sign.
      deals.cluster.push_back(kept ? clusters.of(has_account ? at->account.value : -id.value) : 0);
    }
  }
  return deals;
}

}  // namespace

Searched searched_in(const PipelineColumns& columns, const DealSelection& selection,
                     const std::vector<sales::DealAccount>& accounts, std::int64_t as_of) {
  const DealColumns deals = deal_columns(columns, selection, accounts);
  Searched searched{StayLedger(static_cast<int>(columns.stages.size())), {}, 0, {}};
  std::size_t last = deals.keep.size();
  std::int64_t starts = 0, first_start = as_of;
  each_stay(columns, as_of, [&](const SeenStay& stay) {
    if (!deals.keep[stay.deal]) return;
    if (stay.deal != last) {  // the first stay of a deal
      last = stay.deal;
      ++searched.deals;
      first_start = std::min(first_start, stay.began);
      if (stay.began > as_of - kYear) ++starts;
    }
    if (stay.to == kStillThere) ++searched.flow.wip;
    const std::int64_t periods_ago =
        std::clamp<std::int64_t>((as_of - stay.began) / kPeriod, 0, kPeriodsMax);
    searched.ledger.add({stay.stage, stay.days, stay.days_unseen,
                         stay.to == kStillThere ? kNoEnd : stay.to, deals.cluster[stay.deal],
                         deals.owner[stay.deal], static_cast<std::uint32_t>(periods_ago)});
  });
  const double days = static_cast<double>(std::min(as_of - first_start, kYear)) /
                      static_cast<double>(kSecondsPerDay);
  searched.flow.starts_per_day = days > 0 ? static_cast<double>(starts) / days : 0.0;
  searched.flow.value = 1.0;
  return searched;
}

}  // namespace stagecoach::cycle

#include "exchange/records/history_builder.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>

#include "exchange/records/stage_names.h"
#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

const Phrase kNoDeals{"import.no_deals", "{file} holds no deals or stage changes to analyse.",
                      "{file} 中没有可供分析的商机或阶段变更。"};
const Phrase kDealsWithoutHistory{"import.deals_without_history",
                                  "{count} deals have no stage change in the history file.",
                                  "有 {count} 个商机在历史文件中没有阶段变更记录。"};
const Phrase kHistoryWithoutDeal{"import.history_without_deal",
                                 "{count} deals of the history are not in the deals file.",
                                 "历史文件中有 {count} 个商机不在商机文件中。"};
const Phrase kContradiction{
    "import.outcome_contradicted",
    "{count} deals have a status and a history that disagree on how they ended; "
    "the history counts.",
    "有 {count} 个商机的状态与历史记录的结果不一致，以历史记录为准。"};
const Phrase kClosedUnknown{
    "import.closed_unknown",
    "{count} deals are closed, but nothing says whether won or lost; they are no "
    "longer watched from then on.",
    "有 {count} 个商机已关闭，但未注明赢单或输单，此后不再计入观察。"};

cycle::Ending ending_of(StageKind kind) {
  switch (kind) {
    case StageKind::won:
      return cycle::Ending::won;
    case StageKind::lost:
      return cycle::Ending::lost;
    case StageKind::censored:
      return cycle::Ending::censored;
    case StageKind::open:
      break;
  }
  return cycle::Ending::open;
}

class HistoryBuilder {
 public:
  HistoryBuilder(const Dataset& dataset, const HistoryOptions& options)
      : dataset_(dataset), options_(options), stages_(dataset.mapping) {
    set_.unit = dataset.timed ? cycle::ClockUnit::seconds : cycle::ClockUnit::days;
    for (const std::string& name : dataset.mapping.stages) stages_.find(name);
  }

  cycle::HistorySet run() {
    group_events();
    find_as_of();
    name_the_only_stage();
    set_.deals.reserve(dataset_.deals.size());
    for (const DealRecord& record : dataset_.deals) add_deal(record, take_events(record.key));
    add_deals_of_history_alone();
    finish_stages();
    set_.warnings = dataset_.warnings;
    warn(kContradiction, contradictions_);
    warn(kClosedUnknown, closed_unknown_);
    warn(kDealsWithoutHistory, any_history_ ? without_history_ : 0);
    warn(kHistoryWithoutDeal, dataset_.deals.empty() ? 0 : without_deal_);
    return std::move(set_);
  }

 private:
  using Events = std::vector<const StageEvent*>;

  std::int64_t tick(const Moment& moment) const {
    if (set_.unit == cycle::ClockUnit::days) return to_days(moment.day);
    const std::int64_t ms = to_millis(moment.at);
    return ms / 1000 - (ms % 1000 < 0 ? 1 : 0);
  }
  std::optional<std::int64_t> tick(const std::optional<Moment>& moment) const {
    if (!moment) return std::nullopt;
    return tick(*moment);
  }

  void group_events() {
    for (const StageEvent& event : dataset_.events) events_[event.deal].push_back(&event);
    for (const RecognisedFile& file : dataset_.files) any_history_ |= is_history(file.kind);
    // Exports list the newest change first as often as the oldest; at one instant their order
    // counts.
    size_t rising = 0, falling = 0;
    for (const auto& [key, events] : events_)
      for (size_t i = 1; i < events.size(); ++i) {
        rising += events[i]->at.at > events[i - 1]->at.at ? 1 : 0;
        falling += events[i]->at.at < events[i - 1]->at.at ? 1 : 0;
      }
    for (auto& [key, events] : events_) {
      if (falling > rising) std::reverse(events.begin(), events.end());
      std::stable_sort(events.begin(), events.end(), [](const StageEvent* a, const StageEvent* b) {
        return a->at.at < b->at.at;
      });
    }
  }

  Events take_events(std::string_view key) {
    const auto found = events_.find(key);
    if (found == events_.end()) {
      ++without_history_;
      return {};
    }
    Events events = std::move(found->second);
    events_.erase(found);
    return events;
  }

  // The last instant in the files; dates that lie ahead of it by intention do not count.
  void find_as_of() {
    if (options_.as_of) {
      set_.as_of =
          set_.unit == cycle::ClockUnit::days
              ? to_days(options_.as_of->day)
              : to_days(options_.as_of->day) * cycle::kSecondsPerDay +
                    (options_.as_of->has_time ? options_.as_of->ms_of_day / 1000 -
                                                    options_.as_of->offset_minutes.value_or(0) * 60
                                              : cycle::kSecondsPerDay - 1);
      return;
    }
    std::optional<std::int64_t> last;
    const auto see = [&](const std::optional<Moment>& moment) {
      if (moment) last = std::max(last.value_or(tick(*moment)), tick(*moment));
    };
    for (const StageEvent& event : dataset_.events) see(event.at);
    for (const DealRecord& deal : dataset_.deals) {
      for (const auto& moment : {deal.created, deal.started, deal.stage_entered, deal.closed,
                                 deal.won, deal.lost, deal.last_activity})
        see(moment);
      if (kind_of(deal) != StageKind::open) see(deal.close_date);
    }
    set_.as_of = last.value_or(0);
  }

  // Leads that carry no stage at all wait in the one that their starting date names:
  // first_contact_date is the entry of "first contact".
  void name_the_only_stage() {
    if (!events_.empty()) return;
    for (const DealRecord& deal : dataset_.deals)
      if (!deal.stage.empty()) return;
    for (const RecognisedFile& file : dataset_.files) {
      const BoundColumn* column = file.find(Field::started_at);
      if (!column) continue;
      std::string stem = date_column_stem(column->name);
      std::replace(stem.begin(), stem.end(), '_', ' ');
      const std::string folded = fold_name(stem);
      if (folded.empty() || folded.starts_with("start") || folded.starts_with("begin") ||
          folded == "开始" || folded == "启动")
        continue;
      only_stage_ = stages_.find(stem).stage;
      return;
    }
  }

  // Status words are few, and none of them is a stage.
  StageKind status_kind(std::string_view status) {
    if (status.empty()) return StageKind::open;
    const auto [at, fresh] = status_kinds_.try_emplace(status);
    if (fresh) at->second = kind_of_stage(dataset_.mapping, status);
    return at->second;
  }

  // How the row itself says the deal ended.
  StageKind kind_of(const DealRecord& deal) {
    if (deal.is_won && *deal.is_won) return StageKind::won;
    const StageKind status = status_kind(deal.status);
    if (status != StageKind::open) return status;
    const StageKind stage = stages_.find(deal.stage).kind;
    if (stage != StageKind::open) return stage;
    if (deal.is_closed) {
      if (!*deal.is_closed) return StageKind::open;
      return deal.is_won ? StageKind::lost : StageKind::censored;
    }
    if (!deal.status.empty() && is_plain_open(deal.status)) return StageKind::open;
    if (deal.won && (!deal.lost || deal.won->at >= deal.lost->at)) return StageKind::won;
    if (deal.lost) return StageKind::lost;
    return StageKind::open;
  }

  std::optional<Moment> end_of(const DealRecord& deal, StageKind kind) const {
    if (kind == StageKind::won && deal.won) return deal.won;
    if (kind == StageKind::lost && deal.lost) return deal.lost;
    if (deal.closed) return deal.closed;
    if (deal.close_date) return deal.close_date;
    return deal.stage_entered;  // the last change of stage was the one that closed it
  }

  void add_deal(const DealRecord& record, const Events& events) {
    cycle::DealHistory deal;
    deal.key = std::string(record.key);
    std::optional<std::int64_t> start = tick(record.created);
    if (const auto started = tick(record.started))
      start = start ? std::min(*start, *started) : *started;
    deal.start = start;
    replay(deal, events, start);
    const StageKind kind = kind_of(record);
    if (deal.entries.empty() && deal.ending == cycle::Ending::open)
      place_in_current(deal, record, kind);
    else if (kind == StageKind::open && deal.ending == cycle::Ending::open)
      advance_to_current(deal, record);
    if (kind != StageKind::open) {
      if (deal.ending == cycle::Ending::open) {
        deal.ending = ending_of(kind);
        deal.ended_at = tick(end_of(record, kind));
        if (kind == StageKind::censored && record.is_closed.value_or(false)) ++closed_unknown_;
      } else if (deal.ending != ending_of(kind)) {
        ++contradictions_;
      }
    }
    if (deal.entries.empty() && only_stage_ && deal.start)
      deal.entries.push_back({*only_stage_, *deal.start});
    set_.deals.push_back(std::move(deal));
  }

  // Plays the changes of stage; a change after an ending reopens the deal as a new episode.
  void replay(cycle::DealHistory& deal, const Events& events, std::optional<std::int64_t> start) {
    bool first = true;
    for (const StageEvent* event : events) {
      if (!event->entered) continue;
      const std::int64_t at = tick(event->at);
      const StageNames::Named named = stages_.find(event->stage);
      if (first) {
        const StageNames::Named from = stages_.find(event->from);
        if (from.stage >= 0 && from.stage != named.stage)
          deal.entries.push_back(
              {from.stage, start && *start <= at ? *start : cycle::kUnknownTime});
        if (!deal.start || *deal.start > at) deal.start = at;
        first = false;
      }
      if (named.kind != StageKind::open) {
        if (named.kind == StageKind::censored && deal.ending != cycle::Ending::open) continue;
        deal.ending = ending_of(named.kind);
        deal.ended_at = at;
        continue;
      }
      if (named.stage < 0) continue;
      if (deal.ending == cycle::Ending::won || deal.ending == cycle::Ending::lost) reopen(deal, at);
      if (deal.ending == cycle::Ending::censored)
        deal.ending = cycle::Ending::open, deal.ended_at.reset();
      if (deal.entries.empty() || deal.entries.back().stage != named.stage)
        deal.entries.push_back({named.stage, at});
    }
  }

  static void reopen(cycle::DealHistory& deal, std::int64_t at) {
    cycle::Episode ended = std::move(static_cast<cycle::Episode&>(deal));
    deal.earlier.push_back(std::move(ended));
    static_cast<cycle::Episode&>(deal) = cycle::Episode{};
    deal.start = at;
  }

  std::optional<std::int64_t> current_since(const DealRecord& record) const {
    if (record.stage_entered) return tick(*record.stage_entered);
    if (!record.stage_days || *record.stage_days < 0 || *record.stage_days > 100'000)
      return std::nullopt;
    return set_.as_of -
           std::llround(*record.stage_days * static_cast<double>(cycle::ticks_per_day(set_.unit)));
  }

  // A deal known by its current stage only: when it came there, as far as the row says.
  void place_in_current(cycle::DealHistory& deal, const DealRecord& record, StageKind kind) {
    const int stage = stages_.find(record.stage).stage;
    if (stage < 0) return;
    std::int64_t since = cycle::kUnknownTime;
    if (kind == StageKind::open)
      if (const auto entered = current_since(record)) since = *entered;
    if (since != cycle::kUnknownTime && deal.start && since < *deal.start) since = *deal.start;
    deal.entries.push_back({stage, since});
  }

  // The row knows a later stage than the history: it was exported later.
  void advance_to_current(cycle::DealHistory& deal, const DealRecord& record) {
    const int stage = stages_.find(record.stage).stage;
    if (stage < 0 || deal.entries.empty() || deal.entries.back().stage == stage) return;
    const auto since = current_since(record);
    if (since && *since >= deal.entries.back().at) deal.entries.push_back({stage, *since});
  }

  void add_deals_of_history_alone() {
    std::vector<std::string_view> keys;
    for (const auto& [key, events] : events_) keys.push_back(key);
    std::sort(keys.begin(), keys.end(), [this](std::string_view a, std::string_view b) {
      const Origin& x = events_.at(a).front()->origin;
      const Origin& y = events_.at(b).front()->origin;
      return x.file != y.file ? x.file < y.file : x.line != y.line ? x.line < y.line : a < b;
    });
    without_deal_ = keys.size();
    for (const std::string_view key : keys) {
      cycle::DealHistory deal;
      deal.key = std::string(key);
      replay(deal, events_.at(key), std::nullopt);
      set_.deals.push_back(std::move(deal));
    }
  }

  // Where the mapping gives no order, the analysis orders by what happened; this order only breaks
  // ties: by the probability the export gives, else by where such a stage usually stands.
  void finish_stages() {
    set_.stages = stages_.names();
    set_.stage_order_given = !dataset_.mapping.stages.empty();
    if (set_.stage_order_given) return;
    const size_t count = set_.stages.size();
    std::vector<double> chance(count, 0), weight(count);
    std::vector<size_t> rows(count, 0);
    for (const DealRecord& record : dataset_.deals) {
      const int stage = stages_.find(record.stage).stage;
      if (stage < 0 || !record.probability) continue;
      chance[static_cast<size_t>(stage)] += *record.probability;
      ++rows[static_cast<size_t>(stage)];
    }
    const bool by_chance = std::all_of(rows.begin(), rows.end(), [](size_t n) { return n > 0; });
    for (size_t i = 0; i < count; ++i)
      weight[i] =
          by_chance ? chance[i] / static_cast<double>(rows[i]) : usual_position(set_.stages[i]);
    std::vector<int> order(count), place(count);
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](int a, int b) {
      return weight[static_cast<size_t>(a)] < weight[static_cast<size_t>(b)];
    });
    std::vector<std::string> names;
    for (size_t i = 0; i < count; ++i) {
      place[static_cast<size_t>(order[i])] = static_cast<int>(i);
      names.push_back(set_.stages[static_cast<size_t>(order[i])]);
    }
    set_.stages = std::move(names);
    const auto renumber = [&](cycle::Episode& episode) {
      for (cycle::StageEntry& entry : episode.entries)
        entry.stage = place[static_cast<size_t>(entry.stage)];
    };
    for (cycle::DealHistory& deal : set_.deals) {
      renumber(deal);
      for (cycle::Episode& episode : deal.earlier) renumber(episode);
    }
  }

  void warn(const Phrase& phrase, size_t count) {
    if (count == 0) return;
    set_.warnings.push_back(
        {static_cast<std::int64_t>(count), Message(phrase, {{"count", std::to_string(count)}})});
  }

  const Dataset& dataset_;
  const HistoryOptions& options_;
  StageNames stages_;
  cycle::HistorySet set_;
  std::unordered_map<std::string_view, Events> events_;
  std::unordered_map<std::string_view, StageKind> status_kinds_;
  std::optional<int> only_stage_;
  bool any_history_ = false;
  size_t without_history_ = 0, without_deal_ = 0, contradictions_ = 0, closed_unknown_ = 0;
};

}  // namespace

Result<cycle::HistorySet> build_history(const Dataset& dataset, const HistoryOptions& options) {
  if (dataset.deals.empty() && dataset.events.empty())
    return Error(
        Error::Code::invalid,
        Message(kNoDeals,
                {{"file", dataset.files.empty() ? "" : dataset.files.front().table.name}}));
  return HistoryBuilder(dataset, options).run();
}

}  // namespace stagecoach::exchange

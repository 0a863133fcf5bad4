#include "cycle/bottleneck/bottleneck_routes.h"

#include <algorithm>
#include <charconv>

#include "cycle/bottleneck/pipeline_ledger.h"
#include "cycle/bottleneck/search_name.h"
#include "platform/db/database.h"
#include "sales/team/rules.h"

namespace stagecoach::cycle {

BOOST_DESCRIBE_ENUM(Yardstick, none, peers, past_periods)
BOOST_DESCRIBE_STRUCT(Range, (), (low, high))
BOOST_DESCRIBE_STRUCT(Aim, (), (against, now, target))

// How far the search is; `found` says that the rest is there.
struct SearchProgress {
  bool found = false;
  int done = 0, of = 0;
  Instant as_of;
  std::int64_t deals = 0;
  std::optional<Money> value;  // of a won deal, on average
};
BOOST_DESCRIBE_STRUCT(SearchProgress, (), (found, done, of, as_of, deals, value))

// Gains are won deals more in 30 days; ranges hold in four of five draws.
struct StageWorth {
  sales::StageId stage_id;
  std::int64_t ended = 0;  // stays that led anywhere
  Aim lost_share, days_on;
  double gain = 0, by_days = 0, by_conversion = 0;
  Range range;
  bool worth_it = false;       // the lower end of the range is above nothing
  double arrival_limited = 0;  // the same where new deals are what is short
  Range arrival_limited_range;
  double pulled_forward_once = 0;
};
BOOST_DESCRIBE_STRUCT(StageWorth, (),
                      (stage_id, ended, lost_share, days_on, gain, by_days, by_conversion, range,
                       worth_it, arrival_limited, arrival_limited_range, pulled_forward_once))

struct BottleneckAnswer : SearchProgress {
  std::optional<double> won_share, mean_days;  // of all that begin; to any end
  std::optional<double> open, starts_per_30_days;
  std::optional<sales::StageId> worst;  // absent: nobody can tell yet
  std::vector<StageWorth> stages;
};
BOOST_DESCRIBE_STRUCT(BottleneckAnswer, (SearchProgress),
                      (won_share, mean_days, open, starts_per_30_days, worst, stages))

struct WhatIfQuery : CycleQuery {
  // "12:20:,13::10": in stage 12 20% are lost, in stage 13 those that go on stay 10 days.
  std::string change;
};
BOOST_DESCRIBE_STRUCT(WhatIfQuery, (CycleQuery), (change))
constexpr auto json_rules(const WhatIfQuery*) {
  return std::array{json::Rule("source").length(0, 100), json::Rule("change").length(1, 1000)};
}

struct WhatIfAnswer : SearchProgress {
  std::optional<double> won_now, won_then, days_now, days_then, gain;
  std::optional<Range> won_range, days_range, gain_range;
};
BOOST_DESCRIBE_STRUCT(WhatIfAnswer, (SearchProgress),
                      (won_now, won_then, days_now, days_then, gain, won_range, days_range,
                       gain_range))

namespace {

constexpr Phrase kBadChange{
    "cycle.bad_change",
    "“{text}” is no change. Write STAGE:PERCENT LOST:DAYS, for example 12:20: or 12::10, of a "
    "stage of this pipeline.",
    "“{text}”不是有效的改动。请写作 阶段:输单百分比:天数，例如 12:20: 或 12::10，"
    "且阶段须属于该销售流程。"};
constexpr Phrase kTooManyStages{"cycle.too_many_stages",
                                "A pipeline of more than {count} stages cannot be searched.",
                                "超过 {count} 个阶段的销售流程无法分析。"};

struct Asking {
  const CycleProjection& projection;
  BottleneckSearches& searches;
  db::Database& database;
  const sales::WorkCalendar& calendar;
  const Clock& clock;
};

struct Answered {
  std::shared_ptr<const PipelineColumns> columns;
  SearchState state;
};

Result<Answered> search(const Asking& asking, const http::Request& request,
                        const CycleQuery& query) {
  const AskedCycle asked = TRY(
      ask_cycle(asking.projection, query, request, *asking.calendar.current(), asking.clock.now()));
  const sales::Viewer& viewer = sales::viewer_of(*request.identity());
  if (asked.columns->stages.size() > static_cast<std::size_t>(StayLedger::kStagesMax))
    return Error(Error::Code::refused,
                 {kTooManyStages, {{"count", std::to_string(StayLedger::kStagesMax)}}});
  const auto read = [&]() -> Result<Searched> {
    std::vector<sales::DealAccount> accounts;
    std::optional<Money> value;
    asking.database.read([&](db::Connection& connection) {
      accounts = sales::accounts_of_deals(connection);
      value = sales::mean_won_amount(connection, viewer, *asked.columns->pipeline, query.owner_id,
                                     query.team_id);
    });
    Searched searched = searched_in(*asked.columns, asked.selection, accounts, asked.as_of);
    searched.value = value;
    return searched;
  };
  const std::string name = name_of_search(viewer, query, asked.columns->pipeline->id);
  return Answered{asked.columns, TRY(asking.searches.ask(name, asked.snapshot->seq, read))};
}

void put_progress(SearchProgress& answer, const SearchState& state) {
  answer.found = state.found != nullptr;
  answer.done = state.done;
  answer.of = state.of;
  answer.as_of = state.begun;
  answer.deals = static_cast<std::int64_t>(state.deals);
  answer.value = state.value;
}

StageWorth worth_of(const StageFinding& finding, const sales::Stage& stage) {
  const Gain& gain = finding.gain;
  return {
      stage.id,           finding.ended,        finding.lost_share,      finding.days_on,
      gain.total,         gain.by_days,         gain.by_conversion,      finding.total,
      finding.is_found(), gain.arrival_limited, finding.arrival_limited, gain.pulled_forward_once};
}

BottleneckAnswer answer_of(const Answered& answered) {
  BottleneckAnswer answer;
  put_progress(answer, answered.state);
  if (!answer.found) return answer;
  const Bottleneck& found = *answered.state.found;
  const ChainOutcome outcome = outcome_of(found.chain);
  answer.won_share = outcome.won;
  answer.mean_days = outcome.days;
  answer.open = found.flow.wip;
  answer.starts_per_30_days = 30 * found.flow.starts_per_day;
  const auto& stages = answered.columns->stages;
  if (const StageFinding* worst = found.worst())
    answer.worst = stages[static_cast<std::size_t>(worst->stage)]->id;
  for (const StageFinding& finding : found.stages)
    answer.stages.push_back(worth_of(finding, *stages[static_cast<std::size_t>(finding.stage)]));
  return answer;
}

// A number between 0 and `most`, nothing for an empty text, or none at all.
bool read_number(std::string_view text, double most, std::optional<double>& into) {
  if (text.empty()) return true;
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= 0 && value <= most))
    return false;
  into = value;
  return true;
}

std::optional<StageChange> read_change(std::string_view text, const PipelineColumns& columns) {
  constexpr double kDaysMost = 3'650;
  const std::size_t first = text.find(':');
  const std::size_t second = first == text.npos ? first : text.find(':', first + 1);
  if (second == text.npos) return std::nullopt;
  std::int64_t id = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + first, id);
  if (error != std::errc() || end != text.data() + first) return std::nullopt;
  const auto stage = columns.number_of.find(id);
  if (stage == columns.number_of.end() || stage->second < 0) return std::nullopt;
  StageChange change{stage->second, {}};
  std::optional<double> percent;
  if (!read_number(text.substr(first + 1, second - first - 1), 100, percent) ||
      !read_number(text.substr(second + 1), kDaysMost, change.target.days_on))
    return std::nullopt;
  if (percent) change.target.lost_share = *percent / 100;
  return change;
}

Result<std::vector<StageChange>> read_changes(std::string_view text,
                                              const PipelineColumns& columns) {
  std::vector<StageChange> changes;
  while (!text.empty()) {
    const std::string_view one = text.substr(0, text.find(','));
    const auto change = read_change(one, columns);
    if (!change) {
      const Message message(kBadChange, {{"text", std::string(one)}});
      return Error(Error::Code::invalid, message, {{"change", message}});
    }
    changes.push_back(*change);
    text.remove_prefix(std::min(text.size(), one.size() + 1));
  }
  return changes;
}

}  // namespace

void add_bottleneck_routes(http::Router& router, const CycleProjection& projection,
                           BottleneckSearches& searches, db::Database& database,
                           const sales::WorkCalendar& calendar, const Clock& clock) {
  const Asking asking{projection, searches, database, calendar, clock};
  router.get(
      "/api/cycle/bottleneck", sales::rules::signed_in,
      {"Which stage is worth fixing, and what that would bring", {"cycle"}},
      [asking](const http::Request& request, const CycleQuery& query) -> Result<BottleneckAnswer> {
        return answer_of(TRY(search(asking, request, query)));
      });
  router.get(
      "/api/cycle/what-if", sales::rules::signed_in,
      {"What would come of losing fewer deals in a stage, or of shorter stays", {"cycle"}},
      [asking](const http::Request& request, const WhatIfQuery& query) -> Result<WhatIfAnswer> {
        const Answered answered = TRY(search(asking, request, query));
        const auto changes = TRY(read_changes(query.change, *answered.columns));
        WhatIfAnswer answer;
        put_progress(answer, answered.state);
        if (!answer.found) return answer;
        const WhatIf result = what_if(*answered.state.found, changes);
        answer.won_now = result.won_now;
        answer.won_then = result.won_then;
        answer.days_now = result.days_now;
        answer.days_then = result.days_then;
        answer.gain = result.gain;
        answer.won_range = result.won_range;
        answer.days_range = result.days_range;
        answer.gain_range = result.gain_range;
        return answer;
      });
}

}  // namespace stagecoach::cycle

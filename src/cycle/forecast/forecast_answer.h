// What lands in a period: what is closed, what its deals are said to be by their categories, and
// what the past makes of them.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cycle/forecast/period_chances.h"
#include "cycle/prediction/predictions.h"
#include "platform/base/money.h"
#include "platform/base/phrase.h"
#include "sales/forecast/forecast_deals.h"
#include "sales/forecast/targets/target_list.h"

namespace stagecoach::cycle {

struct ForecastSum {
  std::int64_t deals = 0, minor = 0;
};
BOOST_DESCRIBE_STRUCT(ForecastSum, (), (deals, minor))

// Minor units of the answer's currency. The categories hold the deals that are due in the period,
// each in one of them; "and better" adds the surer ones and what is closed.
struct ForecastFigures {
  ForecastSum omitted, pipeline, best_case, commit, closed;
  std::int64_t commit_and_better = 0, best_case_and_better = 0, pipeline_and_better = 0;
  std::int64_t by_probability = 0;  // due in the period, times the probability of stage or deal
  // Of all open deals, times the chance that they are won in the period as the past has it; absent
  // where it tells of none of them.
  std::optional<std::int64_t> weighted;
  std::optional<std::int64_t> target;
  // What is open and due, not omitted, over what is missing to the target; absent where nothing is.
  std::optional<double> coverage;
  bool target_reached = false;
};
BOOST_DESCRIBE_STRUCT(ForecastFigures, (),
                      (omitted, pipeline, best_case, commit, closed, commit_and_better,
                       best_case_and_better, pipeline_and_better, by_probability, weighted, target,
                       coverage, target_reached))

struct OwnerForecast : ForecastFigures {
  UserId owner_id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(OwnerForecast, (ForecastFigures), (owner_id, name))

struct TeamForecast : ForecastFigures {
  std::optional<sales::TeamId> team_id;  // absent: those in no team
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TeamForecast, (ForecastFigures), (team_id, name))

// Closed, open and not yet created together: in half of all cases within the inner two, in four of
// five within the outer two.
struct ForecastRange {
  std::int64_t low80 = 0, low50 = 0, middle = 0, high50 = 0, high80 = 0;
};
BOOST_DESCRIBE_STRUCT(ForecastRange, (), (low80, low50, middle, high50, high80))

struct NotYetCreated {
  double begun_per_30_days = 0;
  double won = 0;                     // of those to come, in the period
  std::optional<std::int64_t> minor;  // absent: no won deal has an amount yet
};
BOOST_DESCRIBE_STRUCT(NotYetCreated, (), (begun_per_30_days, won, minor))

enum class ForecastSilence { over, too_little };
BOOST_DESCRIBE_ENUM(ForecastSilence, over, too_little)

struct ForecastOutlook {
  std::optional<ForecastSilence> silence;  // why nothing is predicted
  std::optional<double> base_rate;         // of the decided deals, the share that was won
  std::int64_t told = 0;                   // open deals whose chance the past tells
  ForecastSum untold;                      // and those of which it does not: not in the range
  std::optional<NotYetCreated> not_yet_created;
  std::optional<ForecastRange> range;
  bool no_signal = false;          // the stages say little of who is won in the end
  std::vector<std::string> notes;  // sentences in the reader's language
};
BOOST_DESCRIBE_STRUCT(ForecastOutlook, (),
                      (silence, base_rate, told, untold, not_yet_created, range, no_signal, notes))

// Deals due or closed in the period that are not in the figures.
struct OtherCurrency {
  std::string currency;
  std::int64_t deals = 0;
};
BOOST_DESCRIBE_STRUCT(OtherCurrency, (), (currency, deals))

struct ForecastAnswer {
  std::string period;
  Date first, last;
  Instant as_of;
  std::string currency;
  ForecastFigures total;
  std::vector<OwnerForecast> owners;  // those with most to come first
  std::int64_t owners_left_out = 0;   // beyond kForecastRows
  std::vector<TeamForecast> teams;
  ForecastOutlook outlook;
  ForecastSum overdue;  // open deals that were due before the period
  std::int64_t undated = 0;
  std::vector<OtherCurrency> other_currencies;
};
BOOST_DESCRIBE_STRUCT(ForecastAnswer, (),
                      (period, first, last, as_of, currency, total, owners, owners_left_out, teams,
                       outlook, overdue, undated, other_currencies))

inline constexpr std::size_t kForecastRows = 300;

// All that an answer is made of. Refers to what its maker holds.
struct ForecastInput {
  const sales::ForecastPeriod& period;
  Currency currency;
  Instant now;
  DaysAhead days;
  Lang lang = Lang::en;
  std::optional<UserId> owner;
  std::optional<sales::TeamId> team;
  const sales::Viewer& viewer;
  const sales::Pipelines& pipelines;
  const std::vector<sales::ForecastDeal>& deals;
  const std::map<std::int64_t, sales::PastResult>& past;
  const std::vector<sales::ForecastTarget>& targets;            // of the deals asked for
  std::vector<std::shared_ptr<const PipelineColumns>> columns;  // of the pipelines asked for
};

// Without the names of owners and teams.
ForecastAnswer forecast_of(const ForecastInput& input, Predictions& predictions);

}  // namespace stagecoach::cycle

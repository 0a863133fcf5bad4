// The way from some day to now of the open deals due in a period, read from the journal.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/db/connection.h"
#include "sales/forecast/forecast_changes.h"
#include "sales/forecast/forecast_deals.h"

namespace stagecoach::sales {

// What the steps of one kind come to.
struct ForecastChange {
  ForecastMove kind = ForecastMove::new_;
  std::int64_t deals = 0;
  std::int64_t minor = 0;        // negative where the period lost it
  std::vector<DealId> deal_ids;  // the largest kDrilledMax of them
};
BOOST_DESCRIBE_STRUCT(ForecastChange, (), (kind, deals, minor, deal_ids))
inline constexpr std::size_t kDrilledMax = 200;

struct ChangedDeal {
  DealId id;
  std::string name;
  ForecastMove kind = ForecastMove::new_;
  std::int64_t minor = 0;
};
BOOST_DESCRIBE_STRUCT(ChangedDeal, (), (id, name, kind, minor))
inline constexpr std::size_t kNamedMax = 50;

struct ForecastFlow {
  std::int64_t start_minor = 0, end_minor = 0;  // start + all changes = end
  std::vector<ForecastChange> changes;          // in the order of the kinds; those that occurred
  std::vector<ChangedDeal> largest;             // steps, by size; kNamedMax at most
};
BOOST_DESCRIBE_STRUCT(ForecastFlow, (), (start_minor, end_minor, changes, largest))

// Of the deals that the viewer sees now, as the journal had them at `since`: what was recorded
// later was not known then. Reads the events since, each once, and the sum of the deals; two or
// three statements however many there are. REQUIRES: one transaction.
ForecastFlow forecast_flow(db::Connection& connection, const Viewer& viewer,
                           const ForecastScope& scope, const ForecastPeriod& period,
                           Currency currency, Instant since);

}  // namespace stagecoach::sales

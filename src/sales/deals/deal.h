// A deal (opportunity, 商机) as it stands. A value; the database holds the original.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/money.h"
#include "platform/base/time.h"
#include "sales/accounts/account.h"
#include "sales/deals/deal_facts.h"
#include "sales/deals/forecast_category.h"
#include "sales/pipeline/pipeline.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

using DealId = Id<struct DealTag>;

// What the journal calls the subject of a deal's events.
inline constexpr std::string_view kDealSubject = "deal";

// Who has to do something before the deal goes on.
enum class WaitingOn { us, customer, approval, legal };
BOOST_DESCRIBE_ENUM(WaitingOn, us, customer, approval, legal)

struct Waiting {
  WaitingOn on = WaitingOn::us;
  Instant since;
  bool operator==(const Waiting&) const = default;
};
BOOST_DESCRIBE_STRUCT(Waiting, (), (on, since))

struct StageEntered {
  StageId stage_id;
  Instant at;
  bool operator==(const StageEntered&) const = default;
};
BOOST_DESCRIBE_STRUCT(StageEntered, (), (stage_id, at))

struct Deal {
  DealId id;
  std::int64_t version = 0;  // 0 before it is stored; then 1 and one more at each save
  std::string name;
  PipelineId pipeline_id;
  StageId stage_id;
  StageKind status = StageKind::open;  // the kind of its stage
  AccountId account_id;                // none = no account yet
  UserId owner_id;
  TeamId team_id;  // the owner's; none = no team
  std::optional<Money> amount;
  std::optional<Date> expected_close;
  std::string source;              // a key of the pipeline's sources; empty = unknown
  std::optional<int> probability;  // percent; absent = the stage's
  std::optional<ForecastCategory> forecast_category;  // absent = by the probability
  Instant stage_entered_at;
  // Its way here, oldest first, the present stage last, without moves that were undone; empty where
  // that was not kept, so that only the journal knows it (see stage_path.h).
  std::vector<StageEntered> path = {};
  std::int64_t episode = 1;  // one more at each reopening
  std::optional<Instant> closed_at;
  WaitingOn waiting_on = WaitingOn::us;
  std::optional<Instant> waiting_since;  // absent: since the deal began
  DealFacts facts;
  std::optional<std::string> external_key;  // its id in the system it was imported from
  Instant created_at;
  Instant updated_at;
  std::optional<Instant> deleted_at;

  bool is_closed() const { return status == StageKind::won || status == StageKind::lost; }
  bool operator==(const Deal&) const = default;
};

inline Waiting waiting_of(const Deal& deal) {
  return {deal.waiting_on, deal.waiting_since.value_or(deal.created_at)};
}

}  // namespace stagecoach::sales

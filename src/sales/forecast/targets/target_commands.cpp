#include "sales/forecast/targets/target_commands.h"

#include "sales/forecast/forecast_query.h"
#include "sales/forecast/targets/target_store.h"
#include "sales/team/field_error.h"
#include "sales/team/grants.h"
#include "sales/team/people.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kCurrencyMissing{"forecast.currency_missing", "Say in which currency.",
                                  "请填写货币。"};

Result<ForecastTarget> set_target(journal::Work& work, const ForecastTarget& before,
                                  std::int64_t version, const SetTarget& wish) {
  if (before.version != version) return stale_record();
  if (wish.amount && wish.amount->currency.code().empty())
    return field_error("amount.currency", kCurrencyMissing);
  if (before.amount == wish.amount && before.version > 0) return before;
  return save_target(work, before, wish.amount);
}

}  // namespace

Result<ForecastTarget> set_target_of_person(journal::Work& work, const std::string& period,
                                            UserId owner, std::int64_t version,
                                            const SetTarget& wish) {
  TRY(read_period(period));
  const Viewer& viewer = viewer_of(work.actor);
  const auto person = find_user(work.tx, owner);
  if (!person) return no_such_record();
  const TeamId team = person->team_id.value_or(TeamId());
  TRY(authorize_read(viewer, owner, team));
  if (!may_give_away(viewer, owner, team, Permission::deals_assign)) return may_not_write();
  return set_target(work, find_target(work.tx, period, owner, std::nullopt), version, wish);
}

Result<ForecastTarget> set_target_of_team(journal::Work& work, const std::string& period,
                                          TeamId team, std::int64_t version,
                                          const SetTarget& wish) {
  TRY(read_period(period));
  if (!find_team(work.tx, team)) return no_such_record();
  TRY(may_lead(viewer_of(work.actor), team));
  return set_target(work, find_target(work.tx, period, std::nullopt, team), version, wish);
}

}  // namespace stagecoach::sales

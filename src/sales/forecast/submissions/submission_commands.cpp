#include "sales/forecast/forecast_query.h"
#include "sales/forecast/submissions/submission.h"
#include "sales/team/field_error.h"
#include "sales/team/grants.h"
#include "sales/team/people.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kCurrencyMissing{"forecast.currency_missing", "Say in which currency.",
                                  "请填写货币。"};
constexpr Phrase kMayNotSpeak{"forecast.may_not_speak",
                              "Only who leads a team submits a number for it.",
                              "只有团队的管理者可以代表该团队提交预测。"};

}  // namespace

Result<ForecastSubmission> submit_forecast(journal::Work& work, const NewSubmission& wish) {
  TRY(read_period(wish.period));
  if (wish.amount.currency.code().empty()) return field_error("amount.currency", kCurrencyMissing);
  const Viewer& viewer = viewer_of(work.actor);
  if (wish.for_team_id) {
    if (!find_team(work.tx, *wish.for_team_id)) return no_such_record();
    if (!viewer.has(Permission::deals_assign)) return Error(Error::Code::forbidden, kMayNotSpeak);
    TRY(may_lead(viewer, *wish.for_team_id));
  }
  ForecastSubmission made;
  made.period = wish.period;
  made.author_id = viewer.user;
  if (const auto author = find_user(work.tx, viewer.user)) made.author_name = author->name;
  made.for_team_id = wish.for_team_id;
  made.amount = wish.amount;
  made.note = wish.note;
  made.at = work.now;
  insert_submission(work, made, viewer.team);
  return made;
}

}  // namespace stagecoach::sales

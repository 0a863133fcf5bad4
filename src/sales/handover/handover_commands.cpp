#include "sales/handover/handover_commands.h"

#include "sales/accounts/account_commands.h"
#include "sales/activities/activity_commands.h"
#include "sales/deals/deal_commands.h"
#include "sales/team/field_error.h"
#include "sales/team/people.h"
#include "sales/team/team_events.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoTaker{"handover.no_taker", "There is no such active user.", "没有该在职用户。"};
constexpr Phrase kSamePerson{"handover.same_person", "Choose somebody else.", "请选择其他人。"};
constexpr Phrase kBeyondReach{"handover.beyond_reach", "This person is beyond your reach.",
                              "此人员不在您的管理范围内。"};

}  // namespace

Result<HandedOver> hand_over(journal::Work& work, UserId from, const HandOver& wish) {
  const Viewer& viewer = viewer_of(work.actor);
  const std::optional<User> giver = find_user(work.tx, from);
  if (!giver) return no_such_record();
  if (!viewer.has(Permission::deals_assign) ||
      !may_write(viewer, giver->id, giver->team_id.value_or(TeamId())))
    return Error(Error::Code::forbidden, kBeyondReach);
  if (wish.to_user_id == from) return field_error("to_user_id", kSamePerson);
  const std::optional<User> taker = find_user(work.tx, wish.to_user_id);
  if (!taker || !taker->active) return field_error("to_user_id", kNoTaker);
  if (!may_assign_to(viewer, taker->id, taker->team_id.value_or(TeamId())))
    return Error(Error::Code::forbidden, kBeyondReach, {{"to_user_id", kBeyondReach}});

  const bool closed_too = wish.closed_deals.value_or(false);
  const std::size_t cause = work.append(about_user(from, RecordsHandedOver{taker->id, closed_too}));
  HandedOver given;
  given.deals =
      give_deals(work, from, closed_too ? WhichDeals::all : WhichDeals::not_closed, *taker, cause);
  given.accounts = give_accounts(work, from, *taker, cause);
  given.contacts = give_contacts(work, from, *taker, cause);
  given.activities = give_activities(work, from, taker->id, cause);
  return given;
}

void bring_records(journal::Work& work, const User& person, std::size_t cause) {
  give_deals(work, person.id, WhichDeals::all, person, cause);
  give_accounts(work, person.id, person, cause);
  give_contacts(work, person.id, person, cause);
}

}  // namespace stagecoach::sales

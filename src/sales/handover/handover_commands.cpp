#include "sales/handover/handover_commands.h"

#include <map>

#include "sales/accounts/account_commands.h"
#include "sales/activities/activity_commands.h"
#include "sales/deals/deal_commands.h"
#include "sales/team/field_error.h"
#include "sales/team/people.h"
#include "sales/team/team_commands.h"
#include "sales/team/team_events.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kNoTaker{"handover.no_taker", "There is no such active user.", "没有该在职用户。"};
constexpr Phrase kSamePerson{"handover.same_person", "Choose somebody else.", "请选择其他人。"};
constexpr Phrase kBeyondReach{"handover.beyond_reach", "This person is beyond your reach.",
                              "此人员不在您的管理范围内。"};

Result<User> giver_for(db::Connection& connection, const Viewer& viewer, UserId from) {
  std::optional<User> giver = find_user(connection, from);
  if (!giver) return no_such_record();
  if (!viewer.has(Permission::deals_assign) ||
      !may_give_away(viewer, giver->id, giver->team_id.value_or(TeamId())))
    return Error(Error::Code::forbidden, kBeyondReach);
  return *std::move(giver);
}

Result<User> taker_for(journal::Work& work, UserId from, UserId to, std::string field) {
  if (to == from) return field_error(std::move(field), kSamePerson);
  std::optional<User> taker = find_user(work.tx, to);
  if (!taker || !taker->active) return field_error(std::move(field), kNoTaker);
  if (!may_assign_to(viewer_of(work.actor), to, taker->team_id.value_or(TeamId())))
    return Error(Error::Code::forbidden, kBeyondReach, {{std::move(field), kBeyondReach}});
  return *std::move(taker);
}

// The event that leads to what this person gets; one for each, however many kinds he gets.
class Causes {
 public:
  Causes(journal::Work& work, UserId from, bool closed_deals)
      : work_(work), from_(from), closed_deals_(closed_deals) {}

  std::size_t of(UserId taker) {
    const auto [at, is_new] = places_.try_emplace(taker);
    if (is_new)
      at->second = work_.append(about_user(from_, RecordsHandedOver{taker, closed_deals_}));
    return at->second;
  }

 private:
  journal::Work& work_;
  const UserId from_;
  const bool closed_deals_;
  std::map<UserId, std::size_t> places_;
};

}  // namespace

Result<HandedOver> hand_over(journal::Work& work, UserId from, const HandOver& wish) {
  TRY(giver_for(work.tx, viewer_of(work.actor), from));
  const User deals_to = TRY(taker_for(work, from, wish.to_user_id, "to_user_id"));
  const User accounts_to = TRY(taker_for(
      work, from, wish.accounts_to_user_id.value_or(wish.to_user_id), "accounts_to_user_id"));
  const User activities_to = TRY(taker_for(
      work, from, wish.activities_to_user_id.value_or(wish.to_user_id), "activities_to_user_id"));
  const bool closed_too = wish.closed_deals.value_or(false);
  Causes causes(work, from, closed_too);
  HandedOver given;
  given.deals = give_deals(work, from, closed_too ? WhichDeals::all : WhichDeals::not_closed,
                           deals_to, causes.of(deals_to.id));
  given.accounts = give_accounts(work, from, accounts_to, causes.of(accounts_to.id));
  given.contacts = give_contacts(work, from, accounts_to, causes.of(accounts_to.id));
  given.activities = give_activities(work, from, activities_to.id, causes.of(activities_to.id));
  return given;
}

Result<Deactivated> deactivate(journal::Work& work, UserId id, std::int64_t version,
                               const Deactivate& wish) {
  Deactivated done;
  ChangeUser leave;
  leave.active = false;
  done.user = TRY(change_user(work, id, version, leave, std::nullopt, bring_records));
  if (wish.hand_over) done.given = TRY(hand_over(work, id, *wish.hand_over));
  return done;
}

Result<Holdings> read_holdings(db::Connection& connection, const Viewer& viewer, UserId of) {
  TRY(giver_for(connection, viewer, of));
  return holdings_of(connection, of);
}

void bring_records(journal::Work& work, const User& person, std::size_t cause) {
  give_deals(work, person.id, WhichDeals::all, person, cause);
  give_accounts(work, person.id, person, cause);
  give_contacts(work, person.id, person, cause);
}

}  // namespace stagecoach::sales

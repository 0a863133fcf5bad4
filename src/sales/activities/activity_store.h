// All SQL of activities.
#pragma once

#include <span>

#include <optional>
#include <span>
#include <vector>

#include "journal/commands.h"
#include "sales/activities/activity.h"
#include "sales/deals/deal_bulk.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

// nullopt: no such activity, or a deleted one.
std::optional<Activity> find_activity(db::Connection& connection, ActivityId id);

// Stores new deals as insert_deals does, and with each the next step that its facts tell of:
// planned by its owner, with its event. The steps get their ids.
void insert_deals_with_steps(journal::Work& work, std::span<NewDeal> deals);

// Gives the id; version 1. The event is filed with the deal (see activity_commands.cpp).
void insert_activity(journal::Work& work, Activity& activity);
// Raises the version. Stale: someone saved first.
Result<void> save_activity(journal::Work& work, Activity& activity);
// Gives the planned activities of `from` to `to`, in one statement; returns them as stored. The
// events are filed with the deals (see activity_commands.cpp).
std::vector<Activity> reassign_activities(journal::Work& work, UserId from, UserId to);
// Only those of `ids` (at least one, at most a thousand).
std::vector<Activity> reassign_activities(journal::Work& work, UserId from, UserId to,
                                          std::span<const ActivityId> ids);
Result<void> remove_activity(journal::Work& work, const Activity& activity);

struct ActivityQuery {
  std::optional<DealId> deal_id;
  std::optional<AccountId> account_id;
  std::optional<ContactId> contact_id;
  std::optional<UserId> owner_id;
  std::optional<bool> open;  // true: planned only; false: done only
  std::optional<int> limit;  // 1..200, 50 if absent
  std::optional<std::string> cursor;
};
BOOST_DESCRIBE_STRUCT(ActivityQuery, (),
                      (deal_id, account_id, contact_id, owner_id, open, limit, cursor))
constexpr auto json_rules(const ActivityQuery*) {
  return std::array{json::Rule("limit").between(1, 200), json::Rule("cursor").length(1, 1000)};
}

struct ActivityPage {
  std::vector<Activity> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(ActivityPage, (), (items, next_cursor))

// Newest first. An activity of a deal or account is seen by whoever sees that; one of neither by
// its owner. `invalid`: a cursor of another list.
Result<ActivityPage> list_activities(db::Connection& connection, const Viewer& viewer,
                                     const ActivityQuery& query);

// The open activity of a deal that is due first.
std::optional<NextStep> first_due(db::Connection& connection, DealId deal);
// How often each kind was done on a deal.
std::vector<ActivityTally> tally_done(db::Connection& connection, DealId deal);
// When something was last done with each contact on a deal.
std::vector<ContactTouch> contacts_touched(db::Connection& connection, DealId deal);

}  // namespace stagecoach::sales

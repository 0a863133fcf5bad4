// The day's work: what is due, what has no next step, and what is at risk, each with its reason.
//
// Nothing is forgotten: every open deal is on its owner's list (`steps` or `at_risk`), or has its
// next step in the future and all its clocks within their limits. Who sees the deals of an owner
// finds them in the view of the team.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <vector>

#include "platform/http/router.h"
#include "sales/activities/activity.h"
#include "sales/deals/deal_routes.h"
#include "sales/deals/views/deal_list.h"
#include "sales/deals/views/deal_views.h"

namespace stagecoach::sales {

enum class TodayScope { mine, team };
BOOST_DESCRIBE_ENUM(TodayScope, mine, team)

struct TodayQuery {
  std::optional<TodayScope> scope;  // absent: mine; team: everything one may see
  std::optional<UserId> owner_id;   // the day of this person, as far as one may see it
  std::optional<int> limit;         // steps at most, 1..200, 50 if absent
};
BOOST_DESCRIBE_STRUCT(TodayQuery, (), (scope, owner_id, limit))
constexpr auto json_rules(const TodayQuery*) {
  return std::array{json::Rule("limit").between(1, 200)};
}

// Why the deal is here stands in its card (`concerns`). An activity without a deal, or on somebody
// else's deal, is here because it is due.
struct TodayItem {
  std::optional<DealCard> deal;
  std::optional<Activity> activity;  // the open step; absent where there is none
};
BOOST_DESCRIBE_STRUCT(TodayItem, (), (deal, activity))

// Deals, each counted up to 999.
struct TodayCounters {
  std::int64_t overdue = 0;
  std::int64_t due_today = 0;
  std::int64_t no_next_step = 0;
  std::int64_t over_standard = 0;
  std::int64_t idle = 0;
};
BOOST_DESCRIBE_STRUCT(TodayCounters, (), (overdue, due_today, no_next_step, over_standard, idle))

// An approval somebody waits for: for the reader to answer, or asked for by him.
struct AwaitedApproval {
  DealCard deal;
  ApprovalRequestView request;
};
BOOST_DESCRIBE_STRUCT(AwaitedApproval, (), (deal, request))

struct Today {
  Instant as_of;
  Instant end_of_day;
  bool any_deals = false;  // false: the viewer sees no deal at all, open or closed
  TodayCounters counters;
  // What is due, the longest overdue first; then deals without a next step, the largest first.
  std::vector<TodayItem> steps;
  // Deals over their standard, by how many times; then idle ones, the longest idle first. Those
  // that are among the steps already are left out.
  std::vector<TodayItem> at_risk;
  // Calls, meetings and demos of the day, by their time.
  std::vector<TodayItem> agenda;
  // What the reader is to approve or has asked for himself, the one due first in front; only in a
  // day that is his own or everybody's.
  std::vector<AwaitedApproval> approvals;
};
BOOST_DESCRIBE_STRUCT(Today, (),
                      (as_of, end_of_day, any_deals, counters, steps, at_risk, agenda, approvals))

Today read_today(db::Connection& connection, const DealReading& reading, const TodayQuery& query);

void add_today_route(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales

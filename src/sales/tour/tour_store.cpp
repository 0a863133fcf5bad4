#include "sales/tour/tour_store.h"

#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

std::set<DoneStep> known_steps(db::Connection& connection, const std::set<UserId>& people) {
  std::set<DoneStep> known;
  if (people.empty()) return known;
  db::SqlText sql("SELECT user_id, step FROM tour_steps WHERE user_id IN ");
  sql.bind_list(std::vector<UserId>(people.begin(), people.end()));
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    if (const auto step = from_name<TourStep>(row.text(1))) known.emplace(row.id<UserId>(0), *step);
  });
  return known;
}

std::optional<TourDeal> first_deal(db::Connection& connection, const Viewer& viewer,
                                   bool own_alone) {
  db::SqlText sql("SELECT d.id, d.name FROM deals d WHERE d.status = 0 AND d.deleted_at IS NULL");
  if (own_alone) sql.add(" AND d.owner_id = ").bind(viewer.user);
  add_seen(sql.add(" AND "), viewer, "d").add(" LIMIT 1");
  return connection.first_of(sql.text(), sql.params(), [](const db::Row& row) {
    return TourDeal{row.id<DealId>(0), row.string(1)};
  });
}

}  // namespace

std::set<DoneStep> unknown_steps(db::Connection& connection, const std::set<DoneStep>& done) {
  std::set<UserId> people;
  for (const auto& [user, step] : done) people.insert(user);
  const std::set<DoneStep> known = known_steps(connection, people);
  std::set<DoneStep> unknown;
  for (const DoneStep& step : done)
    if (!known.contains(step)) unknown.insert(step);
  return unknown;
}

void add_steps(db::Connection& tx, const std::set<DoneStep>& done, Instant now) {
  for (const auto& [user, step] : done)
    tx.queue(
        "INSERT INTO tour_steps (user_id, step, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        user, name_of(step), now);
}

Tour read_tour(db::Connection& connection, const Viewer& viewer) {
  Tour tour;
  tour.dismissed = connection
                       .first(
                           "SELECT 1 FROM tours_dismissed WHERE user_id = $1",
                           [](const db::Row&) { return true; }, viewer.user)
                       .value_or(false);
  const std::set<DoneStep> done = known_steps(connection, {viewer.user});
  for (const TourStep step : tour_steps_for(viewer))
    tour.steps.push_back({step, done.contains({viewer.user, step})});
  if (tour.dismissed) return tour;
  tour.deal = first_deal(connection, viewer, true);
  if (!tour.deal) tour.deal = first_deal(connection, viewer, false);
  return tour;
}

void dismiss_tour(db::Connection& tx, UserId user, bool dismissed, Instant now) {
  if (dismissed) {
    tx.execute("INSERT INTO tours_dismissed (user_id, at) VALUES ($1, $2) ON CONFLICT DO NOTHING",
               user, now);
    return;
  }
  tx.execute("DELETE FROM tours_dismissed WHERE user_id = $1", user);
  tx.execute("DELETE FROM tour_steps WHERE user_id = $1", user);
}

}  // namespace stagecoach::sales

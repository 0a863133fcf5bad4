#include "sales/forecast/targets/target_store.h"

#include "platform/db/sql_text.h"
#include "sales/forecast/targets/target_list.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

#define TARGET_COLUMNS \
  "t.id, t.version, t.period, t.owner_id, t.team_id, t.amount_minor, t.currency "

ForecastTarget target_from(const db::Row& row) {
  ForecastTarget target;
  target.id = row.id<TargetId>(0);
  target.version = row.integer(1);
  target.period = row.string(2);
  if (row.integer(3) != 0) target.owner_id = row.id<UserId>(3);
  if (row.integer(4) != 0) target.team_id = row.id<TeamId>(4);
  if (!row.is_null(5))
    target.amount = Money{row.integer(5), Currency::parse(row.text(6)).value_or(Currency())};
  return target;
}

std::int64_t number_of(std::optional<UserId> owner) {
  return owner ? owner->value : 0;
}
std::int64_t number_of(std::optional<TeamId> team) {
  return team ? team->value : 0;
}

}  // namespace

ForecastTarget find_target(db::Connection& connection, const std::string& period,
                           std::optional<UserId> owner, std::optional<TeamId> team) {
  const auto found = connection.first(
      "SELECT " TARGET_COLUMNS
      "FROM forecast_targets t WHERE t.period = $1 AND t.owner_id = $2 AND t.team_id = $3",
      target_from, period, number_of(owner), number_of(team));
  if (found) return *found;
  ForecastTarget none;
  none.period = period;
  none.owner_id = owner;
  none.team_id = team;
  return none;
}

Result<ForecastTarget> save_target(journal::Work& work, const ForecastTarget& before,
                                   std::optional<Money> amount) {
  ForecastTarget after = before;
  after.amount = amount;
  after.version = before.version + 1;
  const std::optional<std::int64_t> minor = amount ? std::optional(amount->minor) : std::nullopt;
  const std::string_view currency = amount ? amount->currency.code() : std::string_view();
  const auto keep_id = [&](const db::Row& row) { after.id = row.id<TargetId>(0); };
  after.id = {};
  if (before.version == 0)
    work.tx.each(
        "INSERT INTO forecast_targets (version, period, owner_id, team_id, amount_minor, currency) "
        "VALUES (1, $1, $2, $3, $4, $5) ON CONFLICT (period, owner_id, team_id) DO NOTHING "
        "RETURNING id",
        keep_id, before.period, number_of(before.owner_id), number_of(before.team_id), minor,
        currency);
  else
    work.tx.each(
        "UPDATE forecast_targets SET version = version + 1, amount_minor = $3, currency = $4 "
        "WHERE id = $1 AND version = $2 RETURNING id",
        keep_id, before.id, before.version, minor, currency);
  if (!after.id) return stale_record();
  work.append(journal::because(
                  TargetSet{before.period, before.owner_id, before.team_id, before.amount, amount})
                  .about({kTargetSubject, after.id.value}));
  return after;
}

std::vector<ForecastTarget> list_targets(db::Connection& connection, const Viewer& viewer,
                                         const std::string& period) {
  std::vector<ForecastTarget> targets;
  const auto add = [&](const db::Row& row) { targets.push_back(target_from(row)); };
  // A person's record belongs to himself and to his team.
  db::SqlText people("SELECT " TARGET_COLUMNS
                     "FROM forecast_targets t JOIN (SELECT id AS owner_id, team_id FROM users) AS "
                     "person ON person.owner_id = t.owner_id WHERE t.period = ");
  people.bind_text(period).add(" AND ");
  add_seen(people, viewer, "person").add(" ORDER BY t.owner_id");
  connection.each_of(people.text(), people.params(), add);
  if (viewer.visibility == Visibility::own) return targets;
  db::SqlText teams("SELECT " TARGET_COLUMNS
                    "FROM forecast_targets t WHERE t.team_id <> 0 AND t.period = ");
  teams.bind_text(period);
  if (viewer.visibility == Visibility::team)
    teams.add(" AND t.team_id IN (SELECT team_id FROM team_reach WHERE ancestor_id = ")
        .bind(viewer.team)
        .add(")");
  teams.add(" ORDER BY t.team_id");
  connection.each_of(teams.text(), teams.params(), add);
  return targets;
}

}  // namespace stagecoach::sales

#include "sales/activities/activity_store.h"

#include <algorithm>

#include "platform/base/enum_names.h"
#include "platform/db/bulk.h"
#include "platform/http/list_cursor.h"
#include "sales/activities/open_activities.h"
#include "sales/deals/deal_events.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

#define ACTIVITY_COLUMNS                                                                \
  "activities.id, activities.version, activities.deal_id, activities.account_id, "      \
  "activities.contact_id, activities.owner_id, activities.kind, activities.direction, " \
  "activities.subject, activities.body, activities.due, activities.done_at, "           \
  "activities.created_at "
constexpr std::string_view kColumns = "SELECT " ACTIVITY_COLUMNS "FROM activities ";
constexpr std::string_view kWithParents =
    "LEFT JOIN deals ON deals.id = activities.deal_id "
    "LEFT JOIN accounts ON accounts.id = activities.account_id ";
constexpr int kLimitDefault = 50;

// One owner, one team: those of the deal, else of the account, else of the activity itself.
void add_seen_parent(db::SqlText& sql, const Viewer& viewer) {
  if (sees_everything(viewer)) return;
  add_seen(sql.add(" AND CASE WHEN activities.deal_id IS NOT NULL THEN "), viewer, "deals");
  add_seen(sql.add(" WHEN activities.account_id IS NOT NULL THEN "), viewer, "accounts");
  std::vector<UserId> owners{viewer.user};
  if (viewer.stands_in_for)
    for (const StandIn& each : *viewer.stands_in_for) owners.push_back(each.absent->user);
  sql.add(" ELSE activities.owner_id IN ").bind_list(owners).add(" END");
}

Activity activity_from(const db::Row& row) {
  Activity activity;
  activity.id = row.id<ActivityId>(0);
  activity.version = row.integer(1);
  activity.deal_id = row.optional<DealId>(2);
  activity.account_id = row.optional<AccountId>(3);
  activity.contact_id = row.optional<ContactId>(4);
  activity.owner_id = row.id<UserId>(5);
  activity.kind = from_name<ActivityKind>(row.text(6)).value_or(ActivityKind::task);
  if (!row.is_null(7)) activity.direction = from_name<Direction>(row.text(7));
  activity.subject = row.string(8);
  activity.body = row.optional_text(9).value_or("");
  activity.due = row.optional_instant(10);
  activity.done_at = row.optional_instant(11);
  activity.created_at = row.instant(12);
  return activity;
}

std::optional<std::string_view> name_of(const std::optional<Direction>& direction) {
  if (!direction) return std::nullopt;
  return stagecoach::name_of(*direction);
}

}  // namespace

std::optional<Activity> find_activity(db::Connection& connection, ActivityId id) {
  static const std::string sql =
      std::string(kColumns) + "WHERE activities.id = $1 AND activities.deleted_at IS NULL";
  return connection.first(sql, activity_from, id);
}

void insert_activity(journal::Work& work, Activity& activity) {
  activity.version = 1;
  activity.created_at = work.now;
  work.tx.each(
      "INSERT INTO activities (version, deal_id, account_id, contact_id, owner_id, kind, "
      "direction, subject, body, due, done_at, created_at) VALUES "
      "(1, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id",
      [&](const db::Row& row) { activity.id = row.id<ActivityId>(0); }, activity.deal_id,
      activity.account_id, activity.contact_id, activity.owner_id,
      stagecoach::name_of(activity.kind), name_of(activity.direction), activity.subject,
      activity.body, activity.due, activity.done_at, work.now);
}

void insert_deals_with_steps(journal::Work& work, std::span<NewDeal> deals) {
  const auto has_step = [](const NewDeal& item) { return item.deal.facts.next_step.has_value(); };
  const auto steps = std::count_if(deals.begin(), deals.end(), has_step);
  const auto ids = work.tx.reserve_ids("activities", steps);
  auto id = ids.begin();
  for (NewDeal& item : deals) {
    if (!has_step(item)) continue;
    NextStep& step = *item.deal.facts.next_step;
    step.activity_id = ActivityId(*id++);
    journal::Draft planned;
    planned.kind = kActivityPlanned;
    planned.data = json::write(ActivityNoted{step.activity_id,
                                             step.kind,
                                             std::nullopt,
                                             step.subject,
                                             step.due,
                                             {},
                                             item.deal.owner_id,
                                             {}});
    item.why.push_back(std::move(planned));
  }
  insert_deals(work, deals);
  db::BulkInsert rows(work.tx,
                      "activities (id, version, deal_id, owner_id, kind, subject, body, due, "
                      "created_at)");
  for (const NewDeal& item : deals) {
    if (!has_step(item)) continue;
    const NextStep& step = *item.deal.facts.next_step;
    rows.add(step.activity_id, 1, item.deal.id, item.deal.owner_id, stagecoach::name_of(step.kind),
             step.subject, "", step.due, work.now);
  }
  rows.finish();
}

Result<void> save_activity(journal::Work& work, Activity& activity) {
  if (work.tx.execute("UPDATE activities SET version = version + 1, contact_id = $3, owner_id = "
                      "$4, kind = $5, direction = $6, subject = $7, body = $8, due = $9, done_at "
                      "= $10 WHERE id = $1 AND version = $2 AND deleted_at IS NULL",
                      activity.id, activity.version, activity.contact_id, activity.owner_id,
                      stagecoach::name_of(activity.kind), name_of(activity.direction),
                      activity.subject, activity.body, activity.due, activity.done_at) == 0)
    return stale_record();
  ++activity.version;
  return {};
}

std::vector<Activity> reassign_activities(journal::Work& work, UserId from, UserId to) {
  constexpr std::string_view kReassign =
      "UPDATE activities SET version = version + 1, owner_id = $2 WHERE owner_id = $1 AND "
      "done_at IS NULL AND deleted_at IS NULL RETURNING " ACTIVITY_COLUMNS;
  std::vector<Activity> given;
  work.tx.each(
      kReassign, [&](const db::Row& row) { given.push_back(activity_from(row)); }, from, to);
  return given;
}

std::vector<Activity> reassign_activities(journal::Work& work, UserId from, UserId to,
                                          std::span<const ActivityId> ids) {
  db::SqlText sql("UPDATE activities SET version = version + 1, owner_id = ");
  sql.bind(to).add(" WHERE owner_id = ").bind(from);
  sql.add(" AND done_at IS NULL AND deleted_at IS NULL AND id IN ").bind_list(ids);
  sql.add(" RETURNING " ACTIVITY_COLUMNS);
  std::vector<Activity> given;
  work.tx.each_of(sql.text(), sql.params(),
                  [&](const db::Row& row) { given.push_back(activity_from(row)); });
  return given;
}

Result<void> remove_activity(journal::Work& work, const Activity& activity) {
  if (work.tx.execute("UPDATE activities SET version = version + 1, deleted_at = $3 "
                      "WHERE id = $1 AND version = $2 AND deleted_at IS NULL",
                      activity.id, activity.version, work.now) == 0)
    return stale_record();
  return {};
}

Result<ActivityPage> list_activities(db::Connection& connection, const Viewer& viewer,
                                     const ActivityQuery& query) {
  const int limit = query.limit.value_or(kLimitDefault);
  db::SqlText sql(kColumns);
  sql.add(kWithParents).add("WHERE activities.deleted_at IS NULL");
  const auto compare = [&](std::string_view left, std::int64_t value) {
    sql.add(" AND ").add(left).bind(value);
  };
  if (query.deal_id) compare("activities.deal_id = ", query.deal_id->value);
  if (query.account_id) compare("activities.account_id = ", query.account_id->value);
  if (query.contact_id) compare("activities.contact_id = ", query.contact_id->value);
  if (query.owner_id) compare("activities.owner_id = ", query.owner_id->value);
  if (query.open)
    sql.add(*query.open ? " AND activities.done_at IS NULL"
                        : " AND activities.done_at IS NOT NULL");
  if (query.cursor) {
    const http::ListCursor cursor = TRY(http::read_cursor(*query.cursor, "activities"));
    compare("activities.id < ", cursor.id);
  }
  add_seen_parent(sql, viewer);
  sql.add(" ORDER BY activities.id DESC LIMIT ").add(std::to_string(limit + 1));
  ActivityPage page;
  bool more = false;
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    if (static_cast<int>(page.items.size()) == limit)
      more = true;
    else
      page.items.push_back(activity_from(row));
  });
  if (more)
    page.next_cursor = http::write_cursor({page.items.back().id.value, 0, ""}, "activities");
  return page;
}

std::vector<Activity> open_activities(db::Connection& connection, const Viewer& viewer,
                                      const std::function<void(db::SqlText&)>& add_condition,
                                      int limit) {
  db::SqlText sql(kColumns);
  sql.add(kWithParents);
  sql.add("WHERE activities.deleted_at IS NULL AND activities.done_at IS NULL AND ");
  add_condition(sql);
  add_seen_parent(sql, viewer);
  sql.add(" ORDER BY activities.due, activities.id LIMIT ").add(std::to_string(limit));
  std::vector<Activity> found;
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { found.push_back(activity_from(row)); });
  return found;
}

std::vector<Activity> find_activities(db::Connection& connection,
                                      const std::vector<ActivityId>& ids) {
  std::vector<Activity> found;
  if (ids.empty()) return found;
  db::SqlText sql(kColumns);
  sql.add("WHERE activities.deleted_at IS NULL AND activities.id IN ").bind_list(ids);
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { found.push_back(activity_from(row)); });
  return found;
}

std::optional<NextStep> first_due(db::Connection& connection, DealId deal) {
  return connection.first(
      "SELECT id, kind, subject, due FROM activities WHERE deal_id = $1 AND done_at IS NULL AND "
      "due IS NOT NULL AND deleted_at IS NULL ORDER BY due, id LIMIT 1",
      [](const db::Row& row) {
        return NextStep{row.id<ActivityId>(0),
                        from_name<ActivityKind>(row.text(1)).value_or(ActivityKind::task),
                        row.string(2), row.instant(3)};
      },
      deal);
}

std::vector<ActivityTally> tally_done(db::Connection& connection, DealId deal) {
  std::vector<ActivityTally> tallies;
  connection.each(
      "SELECT kind, direction, count(*), max(done_at) FROM activities WHERE deal_id = $1 AND "
      "done_at IS NOT NULL AND deleted_at IS NULL GROUP BY kind, direction ORDER BY kind, "
      "direction",
      [&](const db::Row& row) {
        ActivityTally tally;
        tally.kind = from_name<ActivityKind>(row.text(0)).value_or(ActivityKind::task);
        if (!row.is_null(1)) tally.direction = from_name<Direction>(row.text(1));
        tally.count = row.integer(2);
        tally.last_at = row.instant(3);
        tallies.push_back(tally);
      },
      deal);
  return tallies;
}

std::vector<ContactTouch> contacts_touched(db::Connection& connection, DealId deal) {
  std::vector<ContactTouch> touches;
  connection.each(
      "SELECT contact_id, max(done_at) FROM activities WHERE deal_id = $1 AND done_at IS NOT NULL "
      "AND contact_id IS NOT NULL AND deleted_at IS NULL GROUP BY contact_id ORDER BY contact_id",
      [&](const db::Row& row) {
        touches.push_back({row.id<ContactId>(0), row.instant(1)});
      },
      deal);
  return touches;
}

}  // namespace stagecoach::sales

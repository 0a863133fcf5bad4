#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"
#include "sales/activities/activity_links.h"

namespace stagecoach::sales {
namespace {

template <class SomeId>
std::vector<ActivityId> ids_where(db::Connection& connection, std::string_view sql, SomeId link) {
  std::vector<ActivityId> ids;
  connection.each(
      sql, [&](const db::Row& row) { ids.push_back(row.id<ActivityId>(0)); }, link);
  return ids;
}

template <class SomeId>
std::int64_t relink(journal::Work& work, const std::vector<ActivityId>& ids, std::string_view link,
                    SomeId from, SomeId to) {
  std::int64_t moved = 0;
  db::in_batches(ids, [&](std::span<const ActivityId> batch) {
    db::SqlText sql("UPDATE activities SET version = version + 1, ");
    sql.add(link).add(" = ").bind(to).add(" WHERE ").add(link).add(" = ").bind(from);
    sql.add(" AND id IN ").bind_list(batch);
    moved += work.tx.run(sql.text(), sql.params(), {});
  });
  return moved;
}

}  // namespace

std::vector<ActivityId> activities_of(db::Connection& connection, AccountId account) {
  return ids_where(connection, "SELECT id FROM activities WHERE account_id = $1 ORDER BY id",
                   account);
}
std::vector<ActivityId> activities_of(db::Connection& connection, ContactId contact) {
  return ids_where(connection, "SELECT id FROM activities WHERE contact_id = $1 ORDER BY id",
                   contact);
}

std::int64_t move_activities(journal::Work& work, const std::vector<ActivityId>& ids,
                             AccountId from, AccountId to) {
  return relink(work, ids, "account_id", from, to);
}
std::int64_t move_activities(journal::Work& work, const std::vector<ActivityId>& ids,
                             ContactId from, ContactId to) {
  return relink(work, ids, "contact_id", from, to);
}

}  // namespace stagecoach::sales

#include "platform/db/sql_text.h"
#include "sales/merge/merge_rules.h"

namespace stagecoach::sales {
namespace {

// How many records of a table point at `id` through `link`, of those the viewer sees.
template <class SomeId>
std::int64_t count_of(db::Connection& connection, const Viewer& viewer, std::string_view table,
                      std::string_view link, SomeId id) {
  db::SqlText sql("SELECT COUNT(*) FROM ");
  sql.add(table).add(" WHERE deleted_at IS NULL AND ").add(link).add(" = ").bind(id);
  add_seen(sql.add(" AND "), viewer, table);
  return *connection.first_of(sql.text(), sql.params(),
                              [](const db::Row& row) { return row.integer(0); });
}

// One of a deal is seen with that.
template <class SomeId>
std::int64_t count_activities(db::Connection& connection, const Viewer& viewer,
                              std::string_view link, SomeId id) {
  db::SqlText sql(
      "SELECT COUNT(*) FROM activities LEFT JOIN deals ON deals.id = "
      "activities.deal_id WHERE activities.deleted_at IS NULL AND activities.");
  sql.add(link).add(" = ").bind(id).add(" AND (activities.deal_id IS NULL OR ");
  add_seen(sql, viewer, "deals").add(")");
  return *connection.first_of(sql.text(), sql.params(),
                              [](const db::Row& row) { return row.integer(0); });
}

std::int64_t count_seats(db::Connection& connection, const Viewer& viewer, ContactId id) {
  db::SqlText sql(
      "SELECT COUNT(*) FROM deal_contacts m JOIN deals ON deals.id = m.deal_id WHERE "
      "deals.deleted_at IS NULL AND m.contact_id = ");
  add_seen(sql.bind(id).add(" AND "), viewer, "deals");
  return *connection.first_of(sql.text(), sql.params(),
                              [](const db::Row& row) { return row.integer(0); });
}

MergeCounts counts_of(db::Connection& connection, const Viewer& viewer, AccountId other) {
  return {count_of(connection, viewer, "contacts", "account_id", other),
          count_of(connection, viewer, "accounts", "parent_id", other),
          count_of(connection, viewer, "deals", "account_id", other),
          count_activities(connection, viewer, "account_id", other), 0};
}

MergeCounts counts_of(db::Connection& connection, const Viewer& viewer, ContactId other) {
  return {0, 0, 0, count_activities(connection, viewer, "contact_id", other),
          count_seats(connection, viewer, other)};
}

template <class T>
Result<T> to_see(const Viewer& viewer, std::optional<T> found) {
  if (!found) return no_such_record();
  TRY(authorize_read(viewer, found->owner_id, found->team_id.value_or(TeamId())));
  return *std::move(found);
}

template <class SomeId>
Result<MergePreview> preview(db::Connection& connection, const Viewer& viewer, SomeId id,
                             SomeId other_id) {
  const auto survivor = TRY(to_see(viewer, merge_part(connection, id)));
  if (id == other_id) return field_error("other_id", kSameRecord);
  const auto other = TRY(to_see(viewer, merge_part(connection, other_id)));
  return MergePreview{survivor.version, other.version, field_choices(survivor, other),
                      counts_of(connection, viewer, other_id)};
}

}  // namespace

Result<MergePreview> preview_merge(db::Connection& connection, const Viewer& viewer, AccountId id,
                                   AccountId other) {
  return preview(connection, viewer, id, other);
}
Result<MergePreview> preview_merge(db::Connection& connection, const Viewer& viewer, ContactId id,
                                   ContactId other) {
  return preview(connection, viewer, id, other);
}

}  // namespace stagecoach::sales

#include "sales/calendar/calendar_store.h"

#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/team/absence/deputies.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

// One half of a feed: the condition and the order of the activities `s` follow.
void add_half(db::SqlText& sql, const Viewer& viewer) {
  sql.add(
      "SELECT s.id, s.version, s.kind, s.subject, COALESCE(s.due, s.done_at), s.done_at, "
      "s.created_at, d.id, COALESCE(d.name, a.name) FROM activities s "
      "LEFT JOIN deals d ON d.id = s.deal_id AND d.deleted_at IS NULL AND ");
  add_seen(sql, viewer, "d");
  sql.add(
      " LEFT JOIN accounts a ON s.deal_id IS NULL AND a.id = s.account_id AND a.deleted_at IS "
      "NULL AND ");
  add_seen(sql, viewer, "a");
  sql.add(" WHERE s.deleted_at IS NULL AND (s.deal_id IS NULL OR d.id IS NOT NULL) AND ");
  sql.add("(s.deal_id IS NOT NULL OR s.account_id IS NULL OR a.id IS NOT NULL) AND ");
  sql.add("s.owner_id = ").bind(viewer.user);
}

FeedEntry entry_from(const db::Row& row) {
  FeedEntry entry;
  entry.id = row.id<ActivityId>(0);
  entry.version = row.integer(1);
  entry.kind = from_name<ActivityKind>(row.text(2)).value_or(ActivityKind::task);
  entry.subject = row.string(3);
  entry.at = row.instant(4);
  entry.done = !row.is_null(5);
  entry.revised = entry.done ? row.instant(5) : row.instant(6);
  if (!row.is_null(7)) entry.deal_id = row.integer(7);
  entry.about = row.optional_text(8).value_or("");
  return entry;
}

}  // namespace

std::optional<Instant> feed_made_at(db::Connection& connection, UserId user) {
  return connection.first(
      "SELECT created_at FROM calendar_feeds WHERE user_id = $1",
      [](const db::Row& row) { return row.instant(0); }, user);
}

void save_feed(journal::Work& work, UserId user, std::string_view hash,
               const CalendarFeedMade& why) {
  work.tx.execute(
      "INSERT INTO calendar_feeds (user_id, token_hash, created_at) VALUES ($1, $2, $3) "
      "ON CONFLICT (user_id) DO UPDATE SET token_hash = excluded.token_hash, "
      "created_at = excluded.created_at",
      user, db::Blob{hash}, work.now);
  work.append(about_user(user, why));
}

bool delete_feed(journal::Work& work, UserId user, const CalendarFeedEnded& why) {
  if (work.tx.execute("DELETE FROM calendar_feeds WHERE user_id = $1", user) == 0) return false;
  work.append(about_user(user, why));
  return true;
}

std::optional<UserId> holder_of_feed(db::Connection& connection, std::string_view hash) {
  return connection.first(
      "SELECT u.id FROM calendar_feeds f JOIN users u ON u.id = f.user_id AND u.active = TRUE "
      "WHERE f.token_hash = $1",
      [](const db::Row& row) { return row.id<UserId>(0); }, db::Blob{hash});
}

FeedHead feed_head(db::Connection& connection) {
  FeedHead head;
  head.zone = organization_zone(connection);
  connection.each("SELECT name, created_at FROM organization", [&](const db::Row& row) {
    head.name = row.string(0);
    head.workspace = std::to_string(row.integer(1)) + ".stagecoach";
  });
  return head;
}

std::vector<FeedEntry> feed_entries(db::Connection& connection, const Viewer& viewer,
                                    Instant since) {
  std::vector<FeedEntry> entries;
  const auto read = [&](db::SqlText& sql) {
    connection.each_of(sql.text(), sql.params(),
                       [&](const db::Row& row) { entries.push_back(entry_from(row)); });
  };
  db::SqlText open;
  add_half(open, viewer);
  open.add(" AND s.done_at IS NULL AND s.due >= ").bind(since);
  open.add(" ORDER BY s.due, s.id LIMIT ").add(std::to_string(kFeedEntriesMax));
  read(open);
  const auto room = kFeedEntriesMax - static_cast<int>(entries.size());
  db::SqlText done;
  add_half(done, viewer);
  done.add(" AND s.done_at >= ").bind(since).add(" AND s.kind IN ('call', 'meeting', 'demo')");
  done.add(" ORDER BY s.done_at DESC, s.id LIMIT ").add(std::to_string(room));
  read(done);
  return entries;
}

}  // namespace stagecoach::sales

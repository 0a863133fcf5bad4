#include "sales/notices/notice_store.h"

#include <limits>
#include <set>

#include "platform/base/enum_names.h"
#include "platform/db/sql_text.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kInsert =
    "INSERT INTO notices (user_id, kind, event_seq, actor_id, deal_id, activity_id, person_id, "
    "outcome, at, created_at) SELECT u.id, $2, $3, $4, $5, $6, $7, $8, $9, $10 FROM users u "
    "WHERE u.id = $1 AND u.active AND NOT EXISTS (SELECT 1 FROM notice_mutes m "
    "WHERE m.user_id = u.id AND m.kind = $2) ON CONFLICT DO NOTHING";

// Beyond the newest of each person that are kept.
void forget_beyond_kept(db::Connection& tx, const std::set<UserId>& people) {
  const std::vector<UserId> ids(people.begin(), people.end());
  db::SqlText sql(
      "DELETE FROM notices WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION "
      "BY user_id ORDER BY id DESC) AS place FROM notices WHERE user_id IN ");
  sql.bind_list(ids).add(") AS ranked WHERE place > ").bind(kNoticesKept).add(")");
  tx.run(sql.text(), sql.params(), {});
}

std::optional<NamedUser> person_at(const db::Row& row, int column) {
  if (row.is_null(column)) return std::nullopt;
  return NamedUser{row.id<UserId>(column), row.string(column + 1)};
}

Notice notice_from(const db::Row& row) {
  Notice notice;
  notice.id = row.id<NoticeId>(0);
  notice.kind = from_name<NoticeKind>(row.text(1)).value_or(NoticeKind::mention);
  notice.at = row.instant(2);
  notice.read = !row.is_null(3);
  const bool about_deal = !row.is_null(4), about_step = !row.is_null(5);
  notice.hidden = (about_deal && row.is_null(7)) || (about_step && row.is_null(9));
  if (notice.hidden) return notice;
  if (!row.is_null(6)) notice.outcome = from_name<NoticeOutcome>(row.text(6));
  if (!row.is_null(7)) notice.deal = NamedDeal{row.id<DealId>(7), row.string(8)};
  if (!row.is_null(9)) notice.step = row.string(10);
  if (!row.is_null(11)) notice.account = NamedAccount{row.id<AccountId>(11), row.string(12)};
  notice.actor = person_at(row, 13);
  notice.person = person_at(row, 15);
  return notice;
}

// Calls f(name, whether it is wanted) for each kind.
template <class Settings, class F>
void each_kind(Settings& settings, F f) {
  f(NoticeKind::mention, settings.mention);
  f(NoticeKind::approval_asked, settings.approval_asked);
  f(NoticeKind::approval_answered, settings.approval_answered);
  f(NoticeKind::assigned, settings.assigned);
  f(NoticeKind::handed_over, settings.handed_over);
  f(NoticeKind::overdue, settings.overdue);
}

}  // namespace

void insert_notices(db::Connection& tx, const std::vector<NewNotice>& notices, Instant now) {
  std::set<UserId> people;
  for (const NewNotice& notice : notices) {
    std::optional<std::string_view> outcome;
    if (notice.outcome) outcome = name_of(*notice.outcome);
    tx.queue(kInsert, notice.user, name_of(notice.kind), notice.event, notice.actor, notice.deal,
             notice.activity, notice.person, outcome, notice.at, now);
    people.insert(notice.user);
  }
  if (!people.empty()) forget_beyond_kept(tx, people);
}

std::int64_t forget_old_notices(db::Connection& tx, Instant now) {
  return tx.execute("DELETE FROM notices WHERE created_at < $1", now - kNoticesKeptFor);
}

NoticeId newest_notice(db::Connection& connection) {
  return connection
      .first("SELECT id FROM notices ORDER BY id DESC LIMIT 1",
             [](const db::Row& row) { return row.id<NoticeId>(0); })
      .value_or(NoticeId());
}

std::vector<UserId> told_after(db::Connection& connection, NoticeId after) {
  std::vector<UserId> people;
  connection.each(
      "SELECT DISTINCT user_id FROM notices WHERE id > $1",
      [&](const db::Row& row) { people.push_back(row.id<UserId>(0)); }, after);
  return people;
}

std::vector<Notice> list_notices(db::Connection& connection, const Viewer& viewer, NoticeId before,
                                 int limit) {
  db::SqlText sql(
      "SELECT n.id, n.kind, n.at, n.read_at, n.deal_id, n.activity_id, n.outcome, d.id, d.name, "
      "s.id, s.subject, a.id, a.name, actor.id, actor.name, giver.id, giver.name FROM notices n "
      "LEFT JOIN deals d ON d.id = n.deal_id AND d.deleted_at IS NULL AND ");
  add_seen(sql, viewer, "d");
  sql.add(
      " LEFT JOIN activities step ON step.id = n.activity_id AND step.deleted_at IS NULL "
      "LEFT JOIN accounts a ON step.deal_id IS NULL AND a.id = step.account_id AND "
      "a.deleted_at IS NULL AND ");
  add_seen(sql, viewer, "a");
  // A step that belongs to a record one does not see is not seen either.
  sql.add(
      " LEFT JOIN activities s ON s.id = step.id AND (d.id IS NOT NULL OR (s.deal_id IS NULL AND "
      "(s.account_id IS NULL OR a.id IS NOT NULL))) "
      "LEFT JOIN users actor ON actor.id = n.actor_id "
      "LEFT JOIN users giver ON giver.id = n.person_id WHERE n.user_id = ");
  sql.bind(viewer.user).add(" AND n.id < ");
  sql.bind(before ? before.value : std::numeric_limits<std::int64_t>::max());
  sql.add(" ORDER BY n.id DESC LIMIT ").add(std::to_string(limit));
  std::vector<Notice> notices;
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { notices.push_back(notice_from(row)); });
  return notices;
}

std::int64_t count_unread(db::Connection& connection, UserId user) {
  return connection
      .first(
          "SELECT count(*) FROM (SELECT 1 FROM notices WHERE user_id = $1 AND read_at IS NULL "
          "LIMIT $2) AS unread",
          [](const db::Row& row) { return row.integer(0); }, user, kUnreadCounted)
      .value_or(0);
}

bool mark_read(db::Connection& tx, UserId user, NoticeId id, Instant now) {
  return tx.execute(
             "UPDATE notices SET read_at = COALESCE(read_at, $3) WHERE id = $1 AND user_id = $2",
             id, user, now) > 0;
}

void mark_all_read(db::Connection& tx, UserId user, NoticeId up_to, Instant now) {
  tx.execute("UPDATE notices SET read_at = $3 WHERE user_id = $1 AND read_at IS NULL AND id <= $2",
             user, up_to, now);
}

NoticeSettings notice_settings(db::Connection& connection, UserId user) {
  NoticeSettings settings;
  connection.each(
      "SELECT kind FROM notice_mutes WHERE user_id = $1",
      [&](const db::Row& row) {
        each_kind(settings, [&](NoticeKind kind, bool& wanted) {
          if (row.text(0) == name_of(kind)) wanted = false;
        });
      },
      user);
  return settings;
}

void save_notice_settings(db::Connection& tx, UserId user, const NoticeSettings& settings) {
  tx.execute("DELETE FROM notice_mutes WHERE user_id = $1", user);
  each_kind(settings, [&](NoticeKind kind, bool wanted) {
    if (!wanted)
      tx.queue("INSERT INTO notice_mutes (user_id, kind) VALUES ($1, $2)", user, name_of(kind));
  });
}

std::optional<DueMark> due_mark(db::Connection& connection) {
  return connection.first("SELECT due, activity_id FROM notice_due_mark", [](const db::Row& row) {
    return DueMark{row.instant(0), row.integer(1)};
  });
}

void save_due_mark(db::Connection& tx, const DueMark& mark) {
  tx.execute(
      "INSERT INTO notice_due_mark (id, due, activity_id) VALUES (1, $1, $2) ON CONFLICT (id) DO "
      "UPDATE SET due = excluded.due, activity_id = excluded.activity_id",
      mark.due, mark.activity);
}

std::vector<NewNotice> steps_fallen_due(db::Connection& connection, const DueMark& after,
                                        Instant until, int limit, DueMark& mark) {
  std::vector<NewNotice> fallen;
  connection.each(
      "SELECT s.id, s.due, s.owner_id, s.deal_id, d.id FROM activities s LEFT JOIN deals d ON "
      "d.id = s.deal_id AND d.status = 0 AND d.deleted_at IS NULL WHERE s.done_at IS NULL AND "
      "s.deleted_at IS NULL AND (s.due, s.id) > ($1, $2) AND s.due <= $3 ORDER BY s.due, s.id "
      "LIMIT $4",
      [&](const db::Row& row) {
        mark = {row.instant(1), row.integer(0)};
        if (!row.is_null(3) && row.is_null(4)) return;
        NewNotice notice{row.id<UserId>(2), NoticeKind::overdue, mark.due};
        notice.activity = row.id<ActivityId>(0);
        notice.deal = row.optional_id<DealId>(3);
        fallen.push_back(notice);
      },
      after.due, after.activity, until, limit);
  return fallen;
}

}  // namespace stagecoach::sales

#include "sales/notices/notice_filing.h"

#include <algorithm>

#include "journal/reader.h"
#include "sales/notices/notice_rules.h"
#include "sales/notices/notice_store.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kCursor = "notices";
constexpr int kEventsRead = 2000;
constexpr int kStepsRead = 500;
// The cursor is stored with what was filed, and now and then while nothing is: a write for every
// commit would cost as much as the commit. What lies behind it is read again after a start.
constexpr journal::Seq kUnstoredMax = 10'000;
constexpr Millis kMarkAge = std::chrono::hours(1);

}  // namespace

NoticeFiling::NoticeFiling(db::Database& database, const PipelineCatalog& pipelines)
    : database_(database), pipelines_(pipelines) {}

bool NoticeFiling::file_events(Instant now) {
  journal::Seq stored = 0, last = 0;
  int read = 0;
  std::vector<NewNotice> notices;
  database_.read([&](db::Connection& connection) {
    stored = journal::cursor_of(connection, kCursor);
    std::vector<journal::Event> events;
    last = journal::each_after(connection, std::max(stored, read_), kEventsRead,
                               [&](const journal::Event& event) {
                                 ++read;
                                 if (may_concern(event)) events.push_back(event);
                               });
    if (!events.empty()) notices = notices_of(connection, *pipelines_.current(), events);
  });
  if (notices.empty() && last - stored < kUnstoredMax) {
    read_ = last;
    return read == kEventsRead;
  }
  database_.write([&](db::Connection& tx) {
    tx.lock_until_commit(kCursor);
    // Another node was quicker; what remains is read anew.
    if (journal::cursor_of(tx, kCursor) != stored) return db::Keep::no;
    insert_notices(tx, notices, now);
    journal::move_cursor(tx, kCursor, last);
    return db::Keep::yes;
  });
  read_ = 0;  // from the stored cursor on, whoever moved it
  return read == kEventsRead;
}

bool NoticeFiling::file_due_steps(Instant now) {
  const auto stored =
      database_.read([](db::Connection& connection) { return due_mark(connection); });
  const DueMark after = stored.value_or(DueMark{now, 0});
  DueMark mark = after;
  const std::vector<NewNotice> fallen = database_.read([&](db::Connection& connection) {
    return steps_fallen_due(connection, after, now, kStepsRead, mark);
  });
  const bool more = mark != after;
  // Nothing more is due up to now: a step that is planned for the past is no news.
  if (!more) mark = {now, 0};
  if (stored && !more && now - after.due < kMarkAge) return false;
  database_.write([&](db::Connection& tx) {
    tx.lock_until_commit(kCursor);
    if (due_mark(tx) != stored) return db::Keep::no;
    insert_notices(tx, fallen, now);
    save_due_mark(tx, mark);
    return db::Keep::yes;
  });
  return more;
}

}  // namespace stagecoach::sales

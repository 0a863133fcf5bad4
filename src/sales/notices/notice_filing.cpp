#include "sales/notices/notice_filing.h"

#include "sales/notices/notice_rules.h"
#include "sales/notices/notice_store.h"

namespace stagecoach::sales {
namespace {

constexpr std::string_view kCursor = "notices";
constexpr int kStepsRead = 500;
constexpr Millis kMarkAge = std::chrono::hours(1);

}  // namespace

NoticeFiling::NoticeFiling(db::Database& database, const PipelineCatalog& pipelines)
    : database_(database), pipelines_(pipelines), filing_(database, kCursor) {}

bool NoticeFiling::file_events(Instant now) {
  return filing_.file(may_concern,
                      [&](db::Connection& connection,
                          const std::vector<journal::Event>& events) -> journal::Filing::Store {
                        auto notices = notices_of(connection, *pipelines_.current(), events, now);
                        if (notices.empty()) return {};
                        return [notices = std::move(notices), now](db::Connection& tx) {
                          insert_notices(tx, notices, now);
                        };
                      });
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

// Notices in the database. They follow from the journal and tell nothing new, so they are written
// without an event of their own; so is that somebody has read one.
#pragma once

#include <optional>
#include <vector>

#include "sales/notices/notice.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

inline constexpr int kNoticesKept = 500;  // of each person
inline constexpr std::chrono::days kNoticesKeptFor{90};
inline constexpr std::int64_t kUnreadCounted = 100;  // more are not told apart

// Leaves out what its reader does not want to be told of, what he was told of already, and all but
// the newest that are kept of each. REQUIRES: the lock "notices" is held.
void insert_notices(db::Connection& tx, const std::vector<NewNotice>& notices, Instant now);
// Forgets those that are too old. Returns how many.
std::int64_t forget_old_notices(db::Connection& tx, Instant now);

// The newest id of all.
NoticeId newest_notice(db::Connection& connection);
// Who was told of something after `after`, each once.
std::vector<UserId> told_after(db::Connection& connection, NoticeId after);

// Newest first, older than `before` (none = from the newest).
std::vector<Notice> list_notices(db::Connection& connection, const Viewer& viewer, NoticeId before,
                                 int limit);
// Up to kUnreadCounted.
std::int64_t count_unread(db::Connection& connection, UserId user);

// False: he has no such notice.
bool mark_read(db::Connection& tx, UserId user, NoticeId id, Instant now);
void mark_all_read(db::Connection& tx, UserId user, NoticeId up_to, Instant now);

NoticeSettings notice_settings(db::Connection& connection, UserId user);
void save_notice_settings(db::Connection& tx, UserId user, const NoticeSettings& settings);

// ---- steps that fall due ----

struct DueMark {
  Instant due;
  std::int64_t activity = 0;
  auto operator<=>(const DueMark&) const = default;
};
std::optional<DueMark> due_mark(db::Connection& connection);
void save_due_mark(db::Connection& tx, const DueMark& mark);
// The open steps behind `after` that were due by `until`, by their due; those on deals that are not
// open are left out. Sets `mark` to the last looked at.
std::vector<NewNotice> steps_fallen_due(db::Connection& connection, const DueMark& after,
                                        Instant until, int limit, DueMark& mark);

}  // namespace stagecoach::sales

#include "journal/filing.h"

#include <algorithm>

#include "journal/reader.h"

namespace stagecoach::journal {
namespace {

constexpr int kEventsRead = 2000;
// The cursor is stored with what was filed, and now and then while nothing is: a write for every
// commit would cost as much as the commit. What lies behind it is read again after a start.
constexpr Seq kUnstoredMax = 10'000;

}  // namespace

bool Filing::file(const std::function<bool(const Event&)>& wanted, const Read& read) {
  Seq stored = 0, last = 0;
  int count = 0;
  Store store;
  database_.read([&](db::Connection& connection) {
    stored = cursor_of(connection, cursor_);
    std::vector<Event> events;
    last = each_after(connection, std::max(stored, read_), kEventsRead, [&](const Event& event) {
      ++count;
      if (wanted(event)) events.push_back(event);
    });
    if (!events.empty()) store = read(connection, events);
  });
  const bool more = count == kEventsRead;
  if (!store && last - stored < kUnstoredMax) {
    read_ = last;
    return more;
  }
  database_.write([&](db::Connection& tx) {
    tx.lock_until_commit(cursor_);
    // Another node was quicker; what remains is read anew.
    if (cursor_of(tx, cursor_) != stored) return db::Keep::no;
    if (store) store(tx);
    move_cursor(tx, cursor_, last);
    return db::Keep::yes;
  });
  read_ = 0;  // from the stored cursor on, whoever moved it
  return more;
}

}  // namespace stagecoach::journal

// Following the journal: at least once, in order, from a cursor.
#pragma once

#include <atomic>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <thread>
#include <vector>

#include "journal/event.h"
#include "platform/db/database.h"

namespace stagecoach::journal {

// The newest sequence number; 0 when nothing has happened yet.
Seq head(db::Connection& connection);

// The first event recorded at `at` or later; one after the newest where there is none. The clock
// may have been set back between two events; what this finds is then near the right place, as the
// day of such an event is.
Seq first_since(db::Connection& connection, Instant at);

// Events after `after`, oldest first, at most `limit`.
std::vector<Event> read_after(db::Connection& connection, Seq after, int limit);
// Calls `each` for every event after `after` up to `limit` rows, without copying them into a
// vector. Returns the last sequence number seen, or `after`.
Seq each_after(db::Connection& connection, Seq after, std::int64_t limit,
               const std::function<void(const Event&)>& each);

// The events of one subject, newest first, older than `before` (0 = from the newest).
std::vector<Event> history_of(db::Connection& connection, Subject subject, Seq before, int limit);

// The same, only those of some kinds: "deal.moved", or "activity." for all whose names begin so.
// REQUIRES: not empty.
std::vector<Event> history_of_kinds(db::Connection& connection, Subject subject,
                                    std::span<const std::string_view> kinds, Seq before, int limit);

// The events of all subjects of a kind with ids after `after` up to `up_to`: by subject, oldest
// first.
std::map<std::int64_t, std::vector<Event>> histories_of(db::Connection& connection,
                                                        std::string_view subject_kind,
                                                        std::int64_t after, std::int64_t up_to);

// Those of several subjects of a kind, in one order. `ids` may be empty.
std::vector<Event> history_of_all(db::Connection& connection, std::string_view subject_kind,
                                  const std::vector<std::int64_t>& ids, Seq before, int limit);

// What the record of each event was before it: the data of the last event about the same subject
// that tells of all of it ("account.created", "account.changed"). Those without one are left out.
std::map<Seq, std::string> records_before(db::Connection& connection, const std::vector<Seq>& seqs);

std::optional<Event> find(db::Connection& connection, Seq seq);
// Those of them that exist, in no particular order.
std::vector<Event> find_all(db::Connection& connection, const std::vector<Seq>& seqs);

// The hash that chains this event to all before it (chain.h); nullopt where there is none.
std::optional<std::string> chain_hash_at(db::Connection& connection, Seq seq);

// Where a durable reader stands; 0 before its first event.
Seq cursor_of(db::Connection& connection, std::string_view reader);
// Moves the cursor, in the transaction that holds the reader's own effects.
void move_cursor(db::Connection& tx, std::string_view reader, Seq seq);

// Runs `step` on a thread of its own whenever the journal may have grown (and at least every
// `period`), until destroyed. `step` handles what is new and returns; what it throws is logged and
// tried again at the next wake.
class ReaderLoop {
 public:
  ReaderLoop(db::Database& database, std::string name, Millis period, std::function<void()> step);
  ~ReaderLoop();
  ReaderLoop(const ReaderLoop&) = delete;
  ReaderLoop& operator=(const ReaderLoop&) = delete;

 private:
  struct Wake;
  std::shared_ptr<Wake> wake_;
  db::Database::Subscription subscription_;
  std::thread thread_;
};

}  // namespace stagecoach::journal

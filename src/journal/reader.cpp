#include "journal/reader.h"

#include <condition_variable>
#include <exception>
#include <mutex>

#include "journal/event_row.h"
#include "platform/base/log.h"
#include "platform/db/sql_text.h"

namespace stagecoach::journal {
namespace {

// Commits within this time are read together: a step costs about as much for ten events as for one.
constexpr Millis kGatherTime{20};

constexpr std::string_view kAfter =
    "SELECT " EVENT_COLUMNS " FROM events WHERE seq > $1 ORDER BY seq LIMIT $2";
constexpr std::string_view kHistory = "SELECT " EVENT_COLUMNS
                                      " FROM events WHERE subject_kind = $1 AND subject_id = $2 "
                                      "AND seq < $3 ORDER BY seq DESC LIMIT $4";
constexpr std::string_view kHistories =
    "SELECT " EVENT_COLUMNS
    " FROM events WHERE subject_kind = $1 AND subject_id > $2 AND subject_id <= $3 "
    "ORDER BY subject_id, seq";
constexpr std::string_view kOne = "SELECT " EVENT_COLUMNS " FROM events WHERE seq = $1";

Event event_from(const db::Row& row) {
  Event event;
  read_into(event, row);
  return event;
}

}  // namespace

Seq head(db::Connection& connection) {
  Seq seq = 0;
  connection.each("SELECT seq FROM events ORDER BY seq DESC LIMIT 1",
                  [&](const db::Row& row) { seq = row.integer(0); });
  return seq;
}

Seq first_since(db::Connection& connection, Instant at) {
  constexpr std::string_view kWhen = "SELECT recorded_at FROM events WHERE seq = $1";
  Seq low = 1, high = head(connection) + 1;
  while (low < high) {  // some twenty look-ups by key, in place of an index that every write keeps
    const Seq middle = low + (high - low) / 2;
    const auto when = connection.first(
        kWhen, [](const db::Row& row) { return row.instant(0); }, middle);
    if (when && *when < at)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

Seq each_after(db::Connection& connection, Seq after, std::int64_t limit,
               const std::function<void(const Event&)>& each) {
  Event event;
  event.seq = after;
  connection.each(
      kAfter,
      [&](const db::Row& row) {
        read_into(event, row);
        each(event);
      },
      after, limit);
  return event.seq;
}

std::vector<Event> read_after(db::Connection& connection, Seq after, int limit) {
  std::vector<Event> events;
  each_after(connection, after, limit, [&](const Event& event) { events.push_back(event); });
  return events;
}

std::vector<Event> history_of(db::Connection& connection, Subject subject, Seq before, int limit) {
  std::vector<Event> events;
  connection.each(
      kHistory, [&](const db::Row& row) { events.push_back(event_from(row)); }, subject.kind,
      subject.id, before == 0 ? std::numeric_limits<Seq>::max() : before, limit);
  return events;
}

std::vector<Event> history_of_kinds(db::Connection& connection, Subject subject,
                                    std::span<const std::string_view> kinds, Seq before,
                                    int limit) {
  db::SqlText sql("SELECT " EVENT_COLUMNS " FROM events WHERE subject_kind = ");
  sql.bind(subject.kind).add(" AND subject_id = ").bind(subject.id);
  if (before != 0) sql.add(" AND seq < ").bind(before);
  std::string_view joint = " AND (";
  for (const std::string_view kind : kinds) {
    sql.add(joint);
    if (kind.ends_with('.'))
      sql.add("kind LIKE ").bind_text(std::string(kind) + "%");
    else
      sql.add("kind = ").bind(kind);
    joint = " OR ";
  }
  sql.add(") ORDER BY seq DESC LIMIT ").bind(static_cast<std::int64_t>(limit));
  std::vector<Event> events;
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { events.push_back(event_from(row)); });
  return events;
}

std::map<std::int64_t, std::vector<Event>> histories_of(db::Connection& connection,
                                                        std::string_view subject_kind,
                                                        std::int64_t after, std::int64_t up_to) {
  std::map<std::int64_t, std::vector<Event>> histories;
  connection.each(
      kHistories,
      [&](const db::Row& row) {
        Event event = event_from(row);
        histories[event.subject_id].push_back(std::move(event));
      },
      subject_kind, after, up_to);
  return histories;
}

std::vector<Event> history_of_all(db::Connection& connection, std::string_view subject_kind,
                                  const std::vector<std::int64_t>& ids, Seq before, int limit) {
  std::vector<Event> events;
  if (ids.empty()) return events;
  db::SqlText sql("SELECT " EVENT_COLUMNS " FROM events WHERE subject_kind = ");
  sql.bind(subject_kind).add(" AND subject_id IN ").bind_list(ids).add(" AND seq < ");
  sql.bind(before == 0 ? std::numeric_limits<Seq>::max() : before);
  // The sign keeps SQLite from walking the whole journal in the order that is asked for.
  sql.add(" ORDER BY +seq DESC LIMIT ").bind(limit);
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { events.push_back(event_from(row)); });
  return events;
}

std::map<Seq, std::string> records_before(db::Connection& connection,
                                          const std::vector<Seq>& seqs) {
  std::map<Seq, std::string> before;
  if (seqs.empty()) return before;
  db::SqlText sql(
      "SELECT e.seq, (SELECT p.data FROM events p WHERE p.subject_kind = e.subject_kind AND "
      "p.subject_id = e.subject_id AND p.seq < e.seq AND p.kind IN (e.subject_kind || '.created', "
      "e.subject_kind || '.changed') ORDER BY p.seq DESC LIMIT 1) FROM events e WHERE e.seq IN ");
  sql.bind_list(seqs);
  connection.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
    if (!row.is_null(1)) before.emplace(row.integer(0), row.string(1));
  });
  return before;
}

std::optional<Event> find(db::Connection& connection, Seq seq) {
  std::optional<Event> found;
  connection.each(
      kOne, [&](const db::Row& row) { found = event_from(row); }, seq);
  return found;
}

std::vector<Event> find_all(db::Connection& connection, const std::vector<Seq>& seqs) {
  std::vector<Event> events;
  if (seqs.empty()) return events;
  db::SqlText sql("SELECT " EVENT_COLUMNS " FROM events WHERE seq IN ");
  sql.bind_list(seqs);
  connection.each_of(sql.text(), sql.params(),
                     [&](const db::Row& row) { events.push_back(event_from(row)); });
  return events;
}

std::optional<std::string> chain_hash_at(db::Connection& connection, Seq seq) {
  return connection.first(
      "SELECT hash FROM events WHERE seq = $1",
      [](const db::Row& row) { return std::string(row.blob(0)); }, seq);
}

Seq cursor_of(db::Connection& connection, std::string_view reader) {
  Seq seq = 0;
  connection.each(
      "SELECT seq FROM reader_cursors WHERE name = $1",
      [&](const db::Row& row) { seq = row.integer(0); }, reader);
  return seq;
}

void move_cursor(db::Connection& tx, std::string_view reader, Seq seq) {
  tx.execute(
      "INSERT INTO reader_cursors (name, seq) VALUES ($1, $2) "
      "ON CONFLICT (name) DO UPDATE SET seq = excluded.seq",
      reader, seq);
}

// Shared with the database's commit notifications.
struct ReaderLoop::Wake {
  std::mutex mutex;
  std::condition_variable changed;
  bool pending = true;  // look once at the start
  bool stopping = false;

  void signal() {
    {
      const std::lock_guard lock(mutex);
      if (pending) return;  // it has been told already
      pending = true;
    }
    changed.notify_one();
  }
};

ReaderLoop::ReaderLoop(db::Database& database, std::string name, Millis period,
                       std::function<void()> step)
    : wake_(std::make_shared<Wake>()) {
  subscription_ = database.on_commit([wake = wake_] { wake->signal(); });
  thread_ = std::thread([wake = wake_, name = std::move(name), period, step = std::move(step)] {
    std::unique_lock lock(wake->mutex);
    for (bool at_start = true; !wake->stopping; at_start = false) {
      wake->changed.wait_for(lock, period, [&] { return wake->pending || wake->stopping; });
      if (!at_start) wake->changed.wait_for(lock, kGatherTime, [&] { return wake->stopping; });
      if (wake->stopping) break;
      wake->pending = false;
      lock.unlock();
      try {
        step();
      } catch (const std::exception& failure) {
        log::error("reader.failed", {{"reader", name}, {"why", failure.what()}});
      }
      lock.lock();
    }
  });
}

ReaderLoop::~ReaderLoop() {
  {
    const std::lock_guard lock(wake_->mutex);
    wake_->stopping = true;
  }
  wake_->changed.notify_one();
  thread_.join();
}

}  // namespace stagecoach::journal

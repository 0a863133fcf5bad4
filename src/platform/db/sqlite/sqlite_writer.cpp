#include "platform/db/sqlite/sqlite_writer.h"

#include <semaphore.h>

#include <cassert>
#include <utility>

#include "platform/base/log.h"

namespace stagecoach::db {
namespace {

// A group ends when nobody waits any more, or at these limits, so that under load the first call of
// a group is not kept waiting by the last. A patient call has a group to itself: it is long, and
// long work in a savepoint, or behind it, would cost more than a commit of its own.
constexpr size_t kGroupSizeMax = 512;
constexpr auto kGroupTimeMax = std::chrono::milliseconds(20);

using SteadyClock = std::chrono::steady_clock;

// POSIX promises that the waiter may destroy it as soon as it is woken, which is what a call on the
// waiter's stack does.
class Signal {
 public:
  Signal() { sem_init(&semaphore_, 0, 0); }
  Signal(const Signal&) = delete;
  Signal& operator=(const Signal&) = delete;
  ~Signal() { sem_destroy(&semaphore_); }
  void raise() { sem_post(&semaphore_); }
  void wait() {
    while (sem_wait(&semaphore_) != 0) {
    }
  }

 private:
  sem_t semaphore_;
};

// What ended a group, as a value: every call of the group throws one of its own.
Failure failure_of(const std::exception_ptr& error) {
  try {
    std::rethrow_exception(error);
  } catch (const Failure& failure) {
    return failure;
  } catch (const std::exception& e) {
    return Failure(Failure::Kind::other, e.what());
  } catch (...) {
    return Failure(Failure::Kind::other, "unknown");
  }
}

// Differs after any change of the schema or of a row.
std::pair<std::int64_t, std::int64_t> state_of(Connection& connection) {
  const auto number = [](const Row& row) { return row.integer(0); };
  return {connection.first("PRAGMA schema_version", number).value_or(0),
          connection.first("SELECT total_changes()", number).value_or(0)};
}

}  // namespace

struct SqliteWriter::Submitted {
  std::function<Keep(Connection&)> work;
  std::function<void(std::exception_ptr)> done;
  Call call;

  void finish(std::exception_ptr error) {
    const std::unique_ptr<Submitted> last_use(this);
    done(std::move(error));
  }
};

SqliteWriter::SqliteWriter(Options options, std::unique_ptr<SqliteConnection> connection,
                           std::function<void()> committed)
    : options_(std::move(options)),
      committed_(std::move(committed)),
      connection_(std::move(connection)),
      thread_([this] {
        connection_->ask_awaited(&awaited_);
        run_until_stopped();
      }) {}

SqliteWriter::~SqliteWriter() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  arrived_.notify_one();
  thread_.join();
}

void SqliteWriter::enqueue(Call* call) {
  assert(std::this_thread::get_id() != thread_.get_id() && "a write waits for itself");
  {
    const std::lock_guard lock(mutex_);
    if (waiting_.size() >= options_.queued_max)
      throw Failure(Failure::Kind::busy, "too many writes are waiting");
    waiting_.push_back(call);
    if (call->urgent) ++urgent_;
    awaited_ = urgent_ > 0;
    if (waiting_.size() > 1) return;  // the writer has been told already
  }
  arrived_.notify_one();
}

SqliteWriter::Call* SqliteWriter::take_first() {
  Call* call = waiting_.front();
  waiting_.pop_front();
  if (call->urgent) --urgent_;
  awaited_ = urgent_ > 0;
  return call;
}

Keep SqliteWriter::write(FunctionRef<Keep(Connection&)> f, Patience patience) {
  Signal finished;
  std::exception_ptr error;
  const auto done = [&](std::exception_ptr e) {
    error = std::move(e);
    finished.raise();
  };
  Call call;
  call.work = f;
  call.done = done;
  call.urgent = patience == Patience::none;
  enqueue(&call);
  finished.wait();
  if (error) std::rethrow_exception(error);
  return call.kept;
}

void SqliteWriter::submit(std::function<Keep(Connection&)> f,
                          std::function<void(std::exception_ptr)> done) {
  auto submitted = std::make_unique<Submitted>();
  submitted->work = std::move(f);
  submitted->done = std::move(done);
  submitted->call.work = submitted->work;
  submitted->call.done = FunctionRef<void(std::exception_ptr)>();
  submitted->call.owner = submitted.get();
  enqueue(&submitted->call);
  submitted.release();  // finish() deletes it
}

void SqliteWriter::change_schema(FunctionRef<void(Connection&)> f) {
  Signal finished;
  std::exception_ptr error;
  const auto done = [&](std::exception_ptr e) {
    error = std::move(e);
    finished.raise();
  };
  const auto change = [&](SqliteConnection& connection) {
    // Rebuilding a table means dropping it, which must not cascade to the rows that refer to it.
    // One statement may change every page, and what it changed must not be held in memory.
    connection.run_script("PRAGMA foreign_keys = OFF; PRAGMA temp_store = FILE");
    const auto as_before = [&] {
      connection.run_script("PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY");
    };
    try {
      connection.run_script("BEGIN IMMEDIATE");
      const auto before = state_of(connection);
      f(connection);
      // Reads the whole database (9 s at a million deals), which a start without a migration, and
      // so without a change, need not wait for.
      if (state_of(connection) != before)
        connection.each("PRAGMA foreign_key_check", [](const Row& row) {
          throw Failure(Failure::Kind::constraint,
                        "the new schema leaves rows of " + row.string(0) + " without their parent");
        });
      connection.run_script("COMMIT");
    } catch (...) {
      connection.roll_back();
      as_before();
      throw;
    }
    as_before();
  };
  Call call;
  call.alone = change;
  call.done = done;
  enqueue(&call);
  finished.wait();
  if (error) std::rethrow_exception(error);
}

size_t SqliteWriter::waiting() const {
  const std::lock_guard lock(mutex_);
  return waiting_.size();
}

std::optional<std::string> SqliteWriter::trouble() const {
  return *trouble_.read();
}

void SqliteWriter::run_until_stopped() {
  for (;;) {
    Call* call = nullptr;
    {
      std::unique_lock lock(mutex_);
      arrived_.wait(lock, [this] { return stopping_ || !waiting_.empty(); });
      if (waiting_.empty()) return;
      call = take_first();
    }
    if (call->alone)
      run_alone(*call);
    else
      run_group(call);
  }
}

SqliteWriter::Call* SqliteWriter::next(size_t group_size) {
  if (group_size >= kGroupSizeMax) return nullptr;
  const std::lock_guard lock(mutex_);
  if (waiting_.empty() || waiting_.front()->alone || !waiting_.front()->urgent) return nullptr;
  return take_first();
}

void SqliteWriter::run_alone(Call& call) {
  std::exception_ptr error;
  try {
    if (!connection_) open_again();
    call.alone(*connection_);
  } catch (...) {
    error = std::current_exception();
  }
  call.done(std::move(error));
}

// Throws only when the transaction itself breaks, which costs the whole group.
void SqliteWriter::run_in_group(Call& call, bool first) {
  // What comes first needs no savepoint: to undo it is to start the transaction again.
  if (!first) connection_->run("SAVEPOINT call", {}, {});
  try {
    call.kept = call.work(*connection_);
  } catch (...) {
    call.error = std::current_exception();
    call.kept = Keep::no;
  }
  if (!connection_->in_transaction()) {
    if (call.error) std::rethrow_exception(call.error);
    throw Failure(Failure::Kind::other, "the transaction ended inside a write");
  }
  if (first && call.kept == Keep::no) {
    connection_->run("ROLLBACK", {}, {});
    connection_->run("BEGIN IMMEDIATE", {}, {});
  }
  if (first) return;
  if (call.kept == Keep::no) connection_->run("ROLLBACK TO call", {}, {});
  connection_->run("RELEASE call", {}, {});
}

void SqliteWriter::run_group(Call* first_call) {
  std::vector<Call*> group{first_call};
  std::optional<Failure> lost;
  bool kept_any = false;
  try {
    if (!connection_) open_again();
    connection_->run("BEGIN IMMEDIATE", {}, {});
    const auto deadline = SteadyClock::now() + kGroupTimeMax;
    for (Call* call = first_call; call;) {
      run_in_group(*call, call == first_call);
      kept_any = kept_any || call->kept == Keep::yes;
      call = first_call->urgent && SteadyClock::now() < deadline ? next(group.size()) : nullptr;
      if (call) group.push_back(call);
    }
    connection_->run(kept_any ? "COMMIT" : "ROLLBACK", {}, {});
  } catch (...) {
    lost = failure_of(std::current_exception());
    log::error("db.group_lost", {{"calls", group.size()}, {"reason", lost->what()}});
    close();
  }
  if (lost)
    *trouble_.lock() = lost->what();
  else if (kept_any && trouble_.read()->has_value())
    trouble_.lock()->reset();
  for (Call* call : group) finish(*call, lost);
  if (kept_any && !lost) committed_();
}

// The exception goes over to the waiting thread whole: this one keeps no share of it.
void SqliteWriter::finish(Call& call, const std::optional<Failure>& lost) {
  if (lost) {
    call.error = std::make_exception_ptr(*lost);
    call.kept = Keep::no;
  }
  std::exception_ptr error = std::exchange(call.error, nullptr);
  if (call.owner)
    call.owner->finish(std::move(error));
  else
    call.done(std::move(error));
}

void SqliteWriter::open_again() {
  connection_ = std::make_unique<SqliteConnection>(options_.path, SqliteConnection::Mode::writer,
                                                   options_.busy_timeout);
  connection_->ask_awaited(&awaited_);
}

void SqliteWriter::close() {
  if (!connection_) return;
  connection_->roll_back();
  connection_->leave_wal_as_it_is();
  connection_.reset();
}

}  // namespace stagecoach::db

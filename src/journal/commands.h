// Units of work: state and the event that explains it, in one transaction.
//
// A command is a function over a Work. Only the CommandRunner can make a Work, and stores take one
// to write, so no state changes without going through here. When the command refuses (returns an
// Error) or throws, nothing of it remains. When it succeeds, its events are appended last, chained,
// and the runner returns only after the commit is durable.
//
// Concurrency: on SQLite one writer thread runs all commands one after another; on PostgreSQL each
// has a transaction of its own and the journal is appended under a lock, so that sequence order is
// commit order. CommandRunner may be used from any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

#include "journal/event.h"
#include "platform/base/clock.h"
#include "platform/base/phrase.h"
#include "platform/base/result.h"
#include "platform/db/database.h"
#include "platform/http/reply.h"
#include "platform/http/request.h"

namespace stagecoach::journal {

// Who acts. The identity behind an HTTP request derives from it (sales::Viewer).
class Actor : public http::Identity {
 public:
  UserId user;               // none = the system itself (demo data, maintenance)
  Lang language = Lang::en;  // what the person reads

  std::optional<Lang> lang() const override { return language; }
};

class Work {
 public:
  Work(const Work&) = delete;
  Work& operator=(const Work&) = delete;

  db::Connection& tx;
  const Actor& actor;
  const Instant now;

  // Notes an event; it is written when the command has succeeded. Returns its place among this
  // command's events.
  std::size_t append(Draft draft) {
    drafts_.push_back(std::move(draft));
    return drafts_.size() - 1;
  }

 private:
  friend class CommandRunner;
  Work(db::Connection& connection, const Actor& who, Instant when)
      : tx(connection), actor(who), now(when) {}

  std::vector<Draft> drafts_;
};

class CommandRunner {
 public:
  // Both must outlive the runner.
  CommandRunner(db::Database& database, const Clock& clock) : database_(database), clock_(clock) {}

  // Runs `command(Work&) -> Result<T>` as `actor`; again from the start where another node's work
  // got in the way (PostgreSQL), so a command has no effect outside its Work. Throws what the
  // database throws (see platform/db/failure.h).
  template <class F>
  auto run(const Actor& actor, F&& command) -> std::invoke_result_t<F, Work&>;

  // Runs `command(Work&) -> Result<A>`, A a Reply or an Answer<T>, for a request and at most once
  // per Idempotency-Key: a repeated key replays the stored answer; the same key with another
  // request is refused (422). Refusals are not stored: the same key may try again.
  template <class F>
  auto run(const http::Request& request, F&& command) -> std::invoke_result_t<F, Work&>;

  db::Database& database() { return database_; }
  const Clock& clock() const { return clock_; }

 private:
  Result<http::Reply> run_once(const http::Request& request,
                               const std::function<Result<http::Reply>(Work&)>& command);
  // Runs `body` in a write transaction; true keeps it and appends the events.
  void transact(const Actor& actor, const std::function<bool(Work&)>& body);

  db::Database& database_;
  const Clock& clock_;
};

template <class F>
auto CommandRunner::run(const Actor& actor, F&& command) -> std::invoke_result_t<F, Work&> {
  std::optional<std::invoke_result_t<F, Work&>> result;
  transact(actor, [&](Work& work) {
    result.emplace(command(work));
    return result->has_value();
  });
  return std::move(*result);
}

template <class F>
auto CommandRunner::run(const http::Request& request, F&& command)
    -> std::invoke_result_t<F, Work&> {
  using A = typename std::invoke_result_t<F, Work&>::value_type;
  http::Reply reply = TRY(run_once(
      request, [&](Work& work) -> Result<http::Reply> { return http::Reply(TRY(command(work))); }));
  if constexpr (std::is_same_v<A, http::Reply>)
    return reply;
  else
    return A::of(std::move(reply));
}

// Forgets the answers kept for repeated keys that are older than a day. Returns how many.
std::int64_t forget_old_keys(db::Connection& tx, Instant now);

}  // namespace stagecoach::journal

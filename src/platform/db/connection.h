// One session with the database: statements with $1..$n placeholders, the same text on both
// engines.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/base/function_ref.h"
#include "platform/db/failure.h"
#include "platform/db/param.h"
#include "platform/db/row.h"

namespace stagecoach::db {

enum class Engine { sqlite, postgres };

// Called per row; false stops the statement early.
using RowSink = FunctionRef<bool(const Row&)>;

// Used by one thread at a time; obtained from Database::read and Database::write, whose callback it
// must not outlive. Every member may throw Failure (see failure.h).
//
// Statements are prepared once per connection and cached by their text, so the text should be a
// constant; text composed at run time (sorts, filters) shares a bounded cache. A row callback may
// run other statements on the same connection.
//
// Portable SQL: parameters whose type nothing in the statement tells ("$1 IS NULL" alone) need
// CAST($1 AS TEXT); compare flags with TRUE and FALSE; sums of integers are read with Row::integer.
class Connection {
 public:
  Connection() = default;
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  virtual ~Connection() = default;

  virtual Engine engine() const = 0;

  // Returns the number of rows changed.
  template <class... A>
  std::int64_t execute(std::string_view sql, const A&... args) {
    const std::array<Param, sizeof...(A)> params{Param(args)...};
    return run(sql, params, {});
  }

  // f(const Row&) per row; an f that returns bool stops the reading with false.
  template <class F, class... A>
  void each(std::string_view sql, F&& f, const A&... args) {
    const std::array<Param, sizeof...(A)> params{Param(args)...};
    each_of(sql, params, std::forward<F>(f));
  }

  // The result of f on the first row; nullopt when there is none.
  template <class F, class... A>
  auto first(std::string_view sql, F&& f, const A&... args) {
    const std::array<Param, sizeof...(A)> params{Param(args)...};
    return first_of(sql, params, std::forward<F>(f));
  }

  // The same for SQL and parameters composed at run time.
  template <class F>
  void each_of(std::string_view sql, std::span<const Param> params, F&& f) {
    run(sql, params, sink_of(f));
  }
  template <class F>
  auto first_of(std::string_view sql, std::span<const Param> params, F&& f) {
    std::optional<std::invoke_result_t<F&, const Row&>> found;
    run(sql, params, [&](const Row& row) {
      found.emplace(f(row));
      return false;
    });
    return found;
  }
  // Like each, for results of many thousands of rows: PostgreSQL's are not held in memory at once
  // (at some cost per row). f must not use the connection.
  template <class F, class... A>
  void stream(std::string_view sql, F&& f, const A&... args) {
    const std::array<Param, sizeof...(A)> params{Param(args)...};
    stream_of(sql, params, sink_of(f));
  }
  virtual void stream_of(std::string_view sql, std::span<const Param> params, RowSink sink) {
    run(sql, params, sink);
  }

  // Returns the number of rows changed (0 for a query). An empty sink ignores the rows.
  virtual std::int64_t run(std::string_view sql, std::span<const Param> params, RowSink sink) = 0;

  // Like execute, for many statements in a row whose results nobody needs: PostgreSQL is not waited
  // for until the next run, flush or the commit, any of which throws the first failure among them.
  template <class... A>
  void queue(std::string_view sql, const A&... args) {
    const std::array<Param, sizeof...(A)> params{Param(args)...};
    queue_of(sql, params);
  }
  virtual void queue_of(std::string_view sql, std::span<const Param> params) {
    run(sql, params, {});
  }
  virtual void flush() {}

  // Several statements separated by semicolons, without parameters: for schema changes.
  virtual void run_script(std::string_view sql) = 0;

  // Runs f in a savepoint, inside a write: when f throws or returns false its effects alone are
  // undone (and the exception goes on). This is how a store survives a ConstraintViolation on both
  // engines. Returns what f returned.
  virtual bool attempt(FunctionRef<bool()> f) = 0;

  // Holds the named lock of this workspace until the transaction ends: one holder among all nodes
  // on PostgreSQL. Nothing to do on SQLite, whose one writer already holds everything.
  virtual void lock_until_commit(std::string_view name) = 0;

  // `count` ids of a table with an {{id}} column, never given to anyone else, ascending (for bulk
  // inserts that need to know their ids before they are sent). Only inside a write.
  virtual std::vector<std::int64_t> reserve_ids(std::string_view table, std::int64_t count) = 0;

 private:
  template <class F>
  static auto sink_of(F& f) {
    return [&f](const Row& row) {
      if constexpr (std::is_same_v<std::invoke_result_t<F&, const Row&>, bool>) {
        return f(row);
      } else {
        f(row);
        return true;
      }
    };
  }
};

}  // namespace stagecoach::db

// Broken machinery of the database, as exceptions. Refusals a caller can expect (a duplicate, a
// missing parent) arrive as ConstraintViolation; stores turn the ones they know into a Result.
#pragma once

#include <stdexcept>
#include <string>

namespace stagecoach::db {

class Failure : public std::runtime_error {
 public:
  enum class Kind {
    busy,             // too many waiting, or a lock not granted in time: try again later
    disk_full,        // no space for the write; reads go on, writes work again when there is space
    connection_lost,  // PostgreSQL went away; during a commit the outcome is unknown, so a retry
                      // must carry its idempotency key
    serialization,  // deadlock or concurrent update: nothing was kept, the same work may be retried
    timeout,        // the statement ran longer than OpenOptions::statement_timeout
    constraint,     // see ConstraintViolation
    corrupt,        // the stored bytes are not what a database should hold
    other,          // a mistake in SQL, an I/O error, ...
  };

  Failure(Kind kind, const std::string& what) : std::runtime_error(what), kind_(kind) {}
  Kind kind() const { return kind_; }

 private:
  Kind kind_;
};

// A row was refused by the schema. Only the statement failed: on SQLite the transaction goes on; on
// PostgreSQL it is aborted up to the nearest savepoint (Connection::attempt makes one).
class ConstraintViolation : public Failure {
 public:
  enum class Rule { unique, foreign_key, check, not_null };

  ConstraintViolation(Rule rule, std::string name, const std::string& what)
      : Failure(Kind::constraint, what), rule_(rule), name_(std::move(name)) {}

  Rule rule() const { return rule_; }
  // unique: the name of the unique index, else as PostgreSQL names them: "users_email_key",
  // "users_pkey"; check: the constraint's name; not_null: "users.email"; foreign_key: the name on
  // PostgreSQL, empty on SQLite, which does not know it. Schemas name what stores want to tell
  // apart.
  const std::string& name() const { return name_; }

 private:
  Rule rule_;
  std::string name_;
};

}  // namespace stagecoach::db

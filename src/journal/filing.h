// What follows from the journal and is stored beside it: a portion of events at a time, behind a
// durable cursor.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "journal/event.h"
#include "platform/db/database.h"

namespace stagecoach::journal {

// What is stored and how far was read are committed together: a crash repeats nothing and loses
// nothing, and of several nodes one stores. Used by one thread.
class Filing {
 public:
  // Stores something; in a write transaction.
  using Store = std::function<void(db::Connection& tx)>;
  // What follows from these events; an empty Store: nothing.
  using Read = std::function<Store(db::Connection& connection, const std::vector<Event>& events)>;

  // `cursor` names where it stands and lives as long as the program. `database` must outlive it.
  Filing(db::Database& database, std::string_view cursor) : database_(database), cursor_(cursor) {}

  // Reads a portion, of which `read` is given those events that are `wanted`. True: there is more.
  bool file(const std::function<bool(const Event&)>& wanted, const Read& read);

 private:
  db::Database& database_;
  const std::string_view cursor_;
  // How far was read without finding anything; behind the stored cursor where another node went on.
  Seq read_ = 0;
};

}  // namespace stagecoach::journal

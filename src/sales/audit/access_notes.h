// What the journal should know of requests that write nothing: those that were forbidden, and lists
// that were taken out as files.
//
// A request only notes it, in memory; soon after, write() brings it to the journal, one event for
// all of one person's requests of a kind. So a GET stays a read, and whoever hammers at a door
// fills neither the journal nor the disk. What was noted in the last minute is lost in a crash.
#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "journal/commands.h"
#include "platform/base/guarded.h"
#include "platform/http/reply.h"
#include "platform/http/request.h"
#include "sales/team/team_events.h"

namespace stagecoach::sales {

// The subject is who asked.
struct AccessDenied {
  static constexpr std::string_view kKind = "access.denied";
  std::string method;
  std::string route;    // "/api/deals/{id}"
  std::string address;  // from where, the last time
  std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(AccessDenied, (), (method, route, address, times))
struct ListExported {
  static constexpr std::string_view kKind = "access.exported";
  std::string list;  // "/api/deals.csv"
  std::string filter;
  std::string address;
  std::int64_t times = 0;
};
BOOST_DESCRIBE_STRUCT(ListExported, (), (list, filter, address, times))

// Thread-safe.
class AccessNotes {
 public:
  // For http::Service::watch_with. Notes what is worth it, of those who are signed in.
  void note(const http::Request& request, const http::Reply& reply);
  // Brings what was noted to the journal.
  void write(journal::CommandRunner& commands);

 private:
  struct Key {
    UserId user;
    bool denied = false;
    std::string method;
    std::string route;
    std::string filter;
    auto operator<=>(const Key&) const = default;
  };
  struct Noted {
    std::string address;
    std::int64_t times = 0;
  };
  static constexpr std::size_t kNotedMax = 1000;  // beyond that nothing new until the next write

  Guarded<std::map<Key, Noted>> noted_;
};

}  // namespace stagecoach::sales

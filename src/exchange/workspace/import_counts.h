// What an import did, counted, and the events by which the journal tells of it. Plain values.
#pragma once

#include <boost/describe/class.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "platform/json/json.h"

namespace stagecoach::exchange {

// Records created, then what was noticed on the way.
struct ImportCounts {
  std::int64_t deals = 0, accounts = 0, contacts = 0, products = 0, users = 0, teams = 0,
               pipelines = 0;
  std::int64_t deals_known = 0;      // were here already, by their external key; left as they are
  std::int64_t deals_differing = 0;  // of these: the file says something else by now
  std::int64_t without_owner = 0;    // deals given to whoever runs the import
  std::int64_t entry_unknown = 0;    // deals of which only the present stage is known
  bool operator==(const ImportCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(ImportCounts, (),
                      (deals, accounts, contacts, products, users, teams, pipelines, deals_known,
                       deals_differing, without_owner, entry_unknown))

inline constexpr std::string_view kImportSubject = "import";

struct ImportStarted {
  static constexpr std::string_view kKind = "import.started";
  std::vector<std::string> files;
};
BOOST_DESCRIBE_STRUCT(ImportStarted, (), (files))

struct ImportDone {
  static constexpr std::string_view kKind = "import.done";
  ImportCounts counts;
};
BOOST_DESCRIBE_STRUCT(ImportDone, (), (counts))

struct ImportUndone {
  static constexpr std::string_view kKind = "import.undone";
  std::int64_t removed = 0;
  std::int64_t kept = 0;  // changed since, or in use by records that the import did not create
};
BOOST_DESCRIBE_STRUCT(ImportUndone, (), (removed, kept))

}  // namespace stagecoach::exchange

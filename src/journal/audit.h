// State against the journal: whether the records of a noun are what their events made of them.
#pragma once

#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "journal/reader.h"
#include "platform/base/phrase.h"

namespace stagecoach::journal {

// What was compared and what was found. The first findings are kept, all are counted.
struct Audit {
  std::int64_t records = 0;
  std::int64_t wrong = 0;
  std::vector<Message> findings;

  // "deal 42: amount is not what the journal says."
  void differs(std::string_view subject_kind, std::int64_t id, std::string_view field);
  // The journal tells of a record that is not there, or a record is there of which it knows
  // nothing.
  void missing(std::string_view subject_kind, std::int64_t id);
  void unexplained(std::string_view subject_kind, std::int64_t id);

 private:
  void add(const Phrase& phrase, std::string_view subject_kind, std::int64_t id,
           std::string_view field);
};

inline constexpr int kAuditChunk = 500;  // records in memory at once

// Walks all records of a kind beside their events, in the order of their ids.
// `load(after)` gives up to kAuditChunk records with a greater id, as (id, record) pairs;
// `compare(id, record, events)` notes what differs.
template <class Load, class Compare>
void audit_records(db::Connection& connection, std::string_view subject_kind, Load load,
                   Compare compare, Audit& audit) {
  std::int64_t after = 0;
  for (bool more = true; more;) {
    const auto records = load(after);
    more = static_cast<int>(records.size()) == kAuditChunk;
    const std::int64_t up_to =
        more ? records.back().first : std::numeric_limits<std::int64_t>::max();
    std::map<std::int64_t, std::vector<Event>> events =
        histories_of(connection, subject_kind, after, up_to);
    for (const auto& [id, record] : records) {
      ++audit.records;
      const auto known = events.extract(id);
      if (known)
        compare(id, record, known.mapped());
      else
        audit.unexplained(subject_kind, id);
    }
    for (const auto& [id, of_lost] : events) audit.missing(subject_kind, id);
    after = up_to;
  }
}

}  // namespace stagecoach::journal

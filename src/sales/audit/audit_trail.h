// Who did what, and when: the journal as an owner or a manager reads it.
//
// An owner reads all of it. A manager reads what concerns records that he sees and people whom he
// may manage, himself included; what concerns the organisation as a whole he does not.
//
// Newest first, by sequence number. No index of the journal serves these filters but the one by
// subject: each would cost every write of the program. So one question reads a stretch of the
// journal of bounded length and says how far it came; whoever wants more asks again from there.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <vector>

#include "journal/event.h"
#include "platform/base/time_zone.h"
#include "platform/db/connection.h"
#include "platform/json/json.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

enum class AuditKind {
  sign_ins,     // in and out, sessions, second factors, tokens, links
  denials,      // what was refused: a wrong password, a forbidden request
  permissions,  // people and teams: roles, visibility, who belongs where, who left
  records,      // deals, accounts, contacts, activities, products
  exports,      // lists taken out as files
  settings,     // pipelines, the organisation, imports
};
BOOST_DESCRIBE_ENUM(AuditKind, sign_ins, denials, permissions, records, exports, settings)

struct AuditQuery {
  std::optional<UserId> actor_id;
  std::optional<AuditKind> kind;
  std::optional<std::string> subject_kind;  // "deal", with subject_id: one record
  std::optional<std::int64_t> subject_id;
  std::optional<Date> from;  // days of the organisation's time zone, both included
  std::optional<Date> to;
  std::optional<std::string> q;        // in the name of the record
  std::optional<journal::Seq> before;  // older than this one
  std::optional<int> limit;            // 1..200, 50 if absent
};
BOOST_DESCRIBE_STRUCT(AuditQuery, (),
                      (actor_id, kind, subject_kind, subject_id, from, to, q, before, limit))
constexpr auto json_rules(const AuditQuery*) {
  return std::array{json::Rule("limit").between(1, 200), json::Rule("q").length(1, 100),
                    json::Rule("subject_kind").length(1, 40)};
}

struct AuditEntry {
  journal::Seq seq = 0;
  Instant at;                      // when it was recorded
  std::optional<UserId> actor_id;  // absent: the system
  std::optional<std::string> actor;
  std::string kind;
  std::string subject_kind;
  std::int64_t subject_id = 0;
  std::optional<std::string> subject;  // its name; absent where it has none
  json::Raw data;
};
BOOST_DESCRIBE_STRUCT(AuditEntry, (),
                      (seq, at, actor_id, actor, kind, subject_kind, subject_id, subject, data))

struct AuditPage {
  std::vector<AuditEntry> items;
  std::optional<journal::Seq> next_before;  // absent: the beginning was reached
};
BOOST_DESCRIBE_STRUCT(AuditPage, (), (items, next_before))

// Events examined for one question at most.
inline constexpr std::int64_t kAuditStretch = 250'000;

// `zone`: of the organisation, for the days. Fewer than `limit` entries with a next_before: the
// stretch ended first.
AuditPage read_audit(db::Connection& connection, const Viewer& viewer, const AuditQuery& query,
                     const TimeZone& zone, std::int64_t stretch = kAuditStretch);

}  // namespace stagecoach::sales

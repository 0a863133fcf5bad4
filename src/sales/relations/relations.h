// Who is it, and what history: an account or a contact with all that hangs on it.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "platform/http/router.h"
#include "sales/deals/deal_routes.h"
#include "sales/deals/views/deal_list.h"

namespace stagecoach::sales {

// A company below another, each after the one it belongs to.
struct Subsidiary {
  AccountId id;
  std::string name;
  AccountId parent_id;
  int depth = 1;  // 1 = directly below
};
BOOST_DESCRIBE_STRUCT(Subsidiary, (), (id, name, parent_id, depth))

struct DealSum {
  StageKind status = StageKind::open;
  std::int64_t deals = 0;
  std::optional<Money> amount;  // absent for the deals that have none
};
BOOST_DESCRIBE_STRUCT(DealSum, (), (status, deals, amount))

// Of what the viewer sees; a company above that he does not see is left out.
struct AccountRelations {
  std::vector<NamedAccount> parents;     // from the top down
  std::vector<Subsidiary> subsidiaries;  // at most 200
  std::vector<DealSum> deal_sums;        // by status and currency
  bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(AccountRelations, (), (parents, subsidiaries, deal_sums, may_write))

// A seat on the buying committee of a deal.
struct Seat {
  DealId deal_id;
  std::string deal_name;
  StageKind status = StageKind::open;
  CommitteeRole role = CommitteeRole::influencer;
  int influence = 3;
  std::string stance;
};
BOOST_DESCRIBE_STRUCT(Seat, (), (deal_id, deal_name, status, role, influence, stance))

struct ContactRelations {
  std::optional<NamedAccount> account;
  std::vector<Seat> seats;  // in deals the viewer sees, at most 200
  bool may_write = false;
};
BOOST_DESCRIBE_STRUCT(ContactRelations, (), (account, seats, may_write))

struct HistoryEntry {
  std::int64_t seq = 0;
  Instant at;                      // when it happened
  Instant recorded_at;             // when we learnt it
  std::optional<NamedUser> actor;  // absent: the system
  std::string kind;
  std::string subject_kind;
  std::int64_t subject_id = 0;
  std::string subject_name;
  std::string summary;    // one sentence in the reader's language
  bool is_merge = false;  // POST /api/merges/{seq}/undo may take it back
};
BOOST_DESCRIBE_STRUCT(HistoryEntry, (),
                      (seq, at, recorded_at, actor, kind, subject_kind, subject_id, subject_name,
                       summary, is_merge))

struct History {
  std::vector<HistoryEntry> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(History, (), (items, next_cursor))

// not_found where the viewer does not see the record.
Result<AccountRelations> relations_of(db::Connection& connection, const Viewer& viewer,
                                      AccountId id);
Result<ContactRelations> relations_of(db::Connection& connection, const Viewer& viewer,
                                      ContactId id);

// What happened to the account, its contacts and its deals (the newest 500 of each that the viewer
// sees), newest first. `before` 0 = from the newest.
Result<History> history_of(db::Connection& connection, const Viewer& viewer,
                           const Pipelines& pipelines, AccountId id, std::int64_t before,
                           int limit);
Result<History> history_of(db::Connection& connection, const Viewer& viewer,
                           const Pipelines& pipelines, ContactId id, std::int64_t before,
                           int limit);

// GET /api/accounts/{id}/relations and /timeline, and the same of a contact. What the context
// refers to must outlive the router.
void add_relation_routes(http::Router& router, const SalesContext& context);

}  // namespace stagecoach::sales

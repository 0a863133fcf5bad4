// All SQL of a single deal: loading, saving, its products and its buying committee. Lists are in
// deal_list_store.h, the board's in sales/board.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/deals/deal.h"
#include "sales/deals/product_line.h"
#include "sales/team/handed.h"

namespace stagecoach::sales {

// nullopt: no such deal. A deleted deal is found; see Deal::deleted_at.
std::optional<Deal> find_deal(db::Connection& connection, DealId id);
// In the order of their ids, deleted ones included.
std::vector<Deal> deals_after(db::Connection& connection, DealId after, int limit);
std::optional<DealId> find_deal_by_external_key(db::Connection& connection,
                                                std::string_view external_key);

// Stores a new deal and the event that explains it; gives it its id and version 1.
// Conflict: its external key is taken.
Result<void> insert_deal(journal::Work& work, Deal& deal, journal::Draft why);

// Writes the deal and, in the same transaction, the event that explains why. `before` is the deal
// as it was loaded; the version is raised in `after`. Stale: someone saved first; reload and decide
// again.
Result<void> save_deal(journal::Work& work, const Deal& before, Deal& after, journal::Draft why);

// The teams that deals of this owner are in; TeamId() where one is in none.
std::vector<TeamId> teams_of_deals(db::Connection& connection, UserId owner);
// Gives all deals with owner and team of `from` those of `to`, in one statement, and notes `why`
// for each. The closed ones only where `closed_too`; where `only` is given, no others than those.
// Returns how many there were.
std::int64_t reassign_deals(journal::Work& work, bool closed_too, const Deal& from, const Deal& to,
                            const journal::Draft& why, const Handed* only = nullptr);

// Those in the stage, deleted ones included, in the order of their ids; at most `limit`.
std::vector<Deal> deals_in_stage(db::Connection& connection, StageId stage, int limit);
// Stands all of them in `to` since now, in one statement; `deals` are those deals_in_stage() gave,
// all that there are, and become what is stored. Their events are the caller's to note.
void restage_deals(journal::Work& work, std::vector<Deal>& deals, const Stage& to);

// How many rows of the kept totals are not what a recount of the deals gives.
std::int64_t wrong_totals(db::Connection& connection);

std::vector<ProductLine> load_product_lines(db::Connection& connection, DealId id);
// Replaces the deal's products. Part of a save, whose event tells of it.
void replace_product_lines(journal::Work& work, DealId id, const std::vector<ProductLine>& lines);

enum class Stance { supporter, neutral, opponent, unknown };
BOOST_DESCRIBE_ENUM(Stance, supporter, neutral, opponent, unknown)

struct CommitteeMember {
  ContactId contact_id;
  std::string name;
  std::string title;
  CommitteeRole role = CommitteeRole::influencer;
  int influence = 3;  // 1 little .. 5 decides
  Stance stance = Stance::unknown;
  bool reachable = false;  // has a phone or an e-mail
};
BOOST_DESCRIBE_STRUCT(CommitteeMember, (),
                      (contact_id, name, title, role, influence, stance, reachable))

std::vector<CommitteeMember> load_committee(db::Connection& connection, DealId id);
void put_committee_member(journal::Work& work, DealId id, const CommitteeMember& member);
// Deleted deals left out.
std::vector<DealId> deals_with_contact(db::Connection& connection, ContactId contact);
// False where the contact is not on the committee.
bool remove_committee_member(journal::Work& work, DealId id, ContactId contact);

// A contact's seat on the committee of a deal.
struct HeldSeat {
  DealId deal_id;
  CommitteeRole role = CommitteeRole::influencer;
  int influence = 3;
  Stance stance = Stance::unknown;
  bool operator==(const HeldSeat&) const = default;
};
BOOST_DESCRIBE_STRUCT(HeldSeat, (), (deal_id, role, influence, stance))
// Those on deleted deals too.
std::vector<HeldSeat> seats_of(db::Connection& connection, ContactId contact);

}  // namespace stagecoach::sales

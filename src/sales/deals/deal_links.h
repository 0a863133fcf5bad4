// Deals that follow when two accounts, or two contacts, become one. Who may is the caller's to
// check.
#pragma once

#include <vector>

#include "journal/commands.h"
#include "sales/deals/deal_store.h"

namespace stagecoach::sales {

// The deals of an account, deleted ones too.
std::vector<DealId> deals_of_account(db::Connection& connection, AccountId account);
// Brings those among `ids` that belong to `from` to `to`, each with a DealChanged led to by the
// event at `cause`. Returns which.
std::vector<DealId> move_to_account(journal::Work& work, const std::vector<DealId>& ids,
                                    AccountId from, AccountId to, std::size_t cause);

// A seat that one contact gave to another.
struct MovedSeat {
  HeldSeat seat;
  bool had_one = false;  // the other sat on that committee already, and keeps his seat
  bool operator==(const MovedSeat&) const = default;
};
BOOST_DESCRIBE_STRUCT(MovedSeat, (), (seat, had_one))

// What move_seats would move, without moving it.
std::vector<MovedSeat> seats_to_move(db::Connection& connection, ContactId from, ContactId to);
// Gives the seats to `to`; each deal gets a DealChanged led to by the event at `cause`.
Result<void> move_seats(journal::Work& work, const std::vector<MovedSeat>& seats, ContactId from,
                        ContactId to, std::size_t cause);
// Gives them back, but for those that were changed since; returns the deals of the latter.
Result<std::vector<DealId>> give_back_seats(journal::Work& work,
                                            const std::vector<MovedSeat>& seats, ContactId from,
                                            ContactId to, std::size_t cause);

}  // namespace stagecoach::sales

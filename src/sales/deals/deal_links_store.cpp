#include <algorithm>

#include "platform/db/bulk.h"
#include "platform/db/sql_text.h"
#include "sales/accounts/directory.h"
#include "sales/deals/committee.h"
#include "sales/deals/deal_columns.h"
#include "sales/deals/deal_events.h"
#include "sales/deals/deal_links.h"

namespace stagecoach::sales {
namespace {

// Changes the committee of a deal and saves it with what it was and is.
template <class F>
Result<void> reseat(journal::Work& work, DealId id, std::size_t cause, F change) {
  const std::optional<Deal> before = find_deal(work.tx, id);
  if (!before) return {};
  const std::string was = json::write(load_committee(work.tx, id));
  change();
  Deal after = *before;
  recount_committee(work, after);
  const std::string is = json::write(load_committee(work.tx, id));
  return save_deal(
      work, *before, after,
      journal::because(DealChanged{{{"committee", {was}, {is}}}, {}}).led_to_by(cause));
}

void put_seat(journal::Work& work, const HeldSeat& seat, ContactId contact) {
  put_committee_member(work, seat.deal_id,
                       {contact, {}, {}, seat.role, seat.influence, seat.stance, false});
}

const HeldSeat* find_seat(const std::vector<HeldSeat>& seats, DealId deal) {
  const auto at = std::find_if(seats.begin(), seats.end(),
                               [&](const HeldSeat& seat) { return seat.deal_id == deal; });
  return at == seats.end() ? nullptr : &*at;
}

}  // namespace

std::vector<DealId> deals_of_account(db::Connection& connection, AccountId account) {
  std::vector<DealId> ids;
  connection.each(
      "SELECT id FROM deals WHERE account_id = $1 ORDER BY id",
      [&](const db::Row& row) { ids.push_back(row.id<DealId>(0)); }, account);
  return ids;
}

std::vector<DealId> move_to_account(journal::Work& work, const std::vector<DealId>& ids,
                                    AccountId from, AccountId to, std::size_t cause) {
  const auto account = find_account_ref(work.tx, to);
  const DealChanged changed{{{"account_id", {json::write(from)}, {json::write(to)}}}, {}};
  std::vector<DealId> moved;
  db::in_batches(ids, [&](std::span<const DealId> batch) {
    db::SqlText sql("UPDATE deals SET version = version + 1, updated_at = ");
    sql.bind(work.now).add(", account_id = ").bind(to).add(" WHERE account_id = ").bind(from);
    sql.add(" AND id IN ").bind_list(batch).add(" RETURNING id, name");
    work.tx.each_of(sql.text(), sql.params(), [&](const db::Row& row) {
      Deal deal;
      deal.name = row.string(1);
      moved.push_back(row.id<DealId>(0));
      work.tx.queue("UPDATE deals SET search_text = $2 WHERE id = $1", moved.back(),
                    search_text_of(deal, account ? account->name : std::string()));
      work.append(
          journal::because(changed).about({kDealSubject, moved.back().value}).led_to_by(cause));
    });
  });
  return moved;
}

std::vector<MovedSeat> seats_to_move(db::Connection& connection, ContactId from, ContactId to) {
  const std::vector<HeldSeat> theirs = seats_of(connection, to);
  std::vector<MovedSeat> moved;
  for (const HeldSeat& seat : seats_of(connection, from))
    moved.push_back({seat, find_seat(theirs, seat.deal_id) != nullptr});
  return moved;
}

Result<void> move_seats(journal::Work& work, const std::vector<MovedSeat>& seats, ContactId from,
                        ContactId to, std::size_t cause) {
  for (const MovedSeat& moved : seats)
    TRY(reseat(work, moved.seat.deal_id, cause, [&] {
      remove_committee_member(work, moved.seat.deal_id, from);
      if (!moved.had_one) put_seat(work, moved.seat, to);
    }));
  return {};
}

Result<std::vector<DealId>> give_back_seats(journal::Work& work,
                                            const std::vector<MovedSeat>& seats, ContactId from,
                                            ContactId to, std::size_t cause) {
  const std::vector<HeldSeat> now = seats_of(work.tx, to);
  std::vector<DealId> changed_since;
  for (const MovedSeat& moved : seats) {
    const HeldSeat* held = find_seat(now, moved.seat.deal_id);
    if (!moved.had_one && (!held || *held != moved.seat)) {
      changed_since.push_back(moved.seat.deal_id);
      continue;
    }
    TRY(reseat(work, moved.seat.deal_id, cause, [&] {
      if (!moved.had_one) remove_committee_member(work, moved.seat.deal_id, to);
      put_seat(work, moved.seat, from);
    }));
  }
  return changed_since;
}

}  // namespace stagecoach::sales

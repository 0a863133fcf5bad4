// Records of a person change hands, or follow him to another team.
#pragma once

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/handover/holdings_store.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

struct HandOver {
  UserId to_user_id;
  // Also those won or lost; they usually stay with who closed them.
  std::optional<bool> closed_deals;
  std::optional<UserId> accounts_to_user_id = {};    // with the contacts; absent: as the deals
  std::optional<UserId> activities_to_user_id = {};  // planned ones; absent: as the deals
};
BOOST_DESCRIBE_STRUCT(HandOver, (),
                      (to_user_id, closed_deals, accounts_to_user_id, activities_to_user_id))

struct Deactivate {
  std::optional<HandOver> hand_over;  // absent: what he owns stays his
};
BOOST_DESCRIBE_STRUCT(Deactivate, (), (hand_over))

struct HandedOver {
  std::int64_t deals = 0, accounts = 0, contacts = 0, activities = 0;
};
BOOST_DESCRIBE_STRUCT(HandedOver, (), (deals, accounts, contacts, activities))

struct Deactivated {
  User user;
  HandedOver given;
};
BOOST_DESCRIBE_STRUCT(Deactivated, (), (user, given))

// Gives the deals, accounts, contacts and planned activities of `from` to somebody else, or each
// kind to another. One statement per table, however many records; each gets an event, led to by the
// RecordsHandedOver to who has it now. not_found: no such person. invalid: nobody active to give
// to, or the same person. forbidden: `from` or one of the others is beyond the actor's reach.
Result<HandedOver> hand_over(journal::Work& work, UserId from, const HandOver& wish);

// Hands over and deactivates in one; refuses as either does. His sessions and tokens end.
Result<Deactivated> deactivate(journal::Work& work, UserId id, std::int64_t version,
                               const Deactivate& wish);

// For who may deactivate or hand over: what there is to give. Refuses as hand_over does.
Result<Holdings> read_holdings(db::Connection& connection, const Viewer& viewer, UserId of);

// The BringRecords of team_commands.h: every record of the person, closed and deleted ones too,
// goes to the team he is in now.
void bring_records(journal::Work& work, const User& person, std::size_t cause);

}  // namespace stagecoach::sales

// Records of a person change hands, or follow him to another team.
#pragma once

#include "journal/commands.h"
#include "platform/json/json.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

struct HandOver {
  UserId to_user_id;
  std::optional<bool>
      closed_deals;  // also those won or lost; they usually stay with who closed them
};
BOOST_DESCRIBE_STRUCT(HandOver, (), (to_user_id, closed_deals))

struct HandedOver {
  std::int64_t deals = 0, accounts = 0, contacts = 0, activities = 0;
};
BOOST_DESCRIBE_STRUCT(HandedOver, (), (deals, accounts, contacts, activities))

// Gives the deals, accounts, contacts and planned activities of `from` to somebody else. One
// statement per table, however many records; each gets an event, led to by one RecordsHandedOver.
// not_found: no such person. invalid: nobody active to give to, or the same person. forbidden:
// `from` or the other one is beyond the actor's reach.
Result<HandedOver> hand_over(journal::Work& work, UserId from, const HandOver& wish);

// The BringRecords of team_commands.h: every record of the person, closed and deleted ones too,
// goes to the team he is in now.
void bring_records(journal::Work& work, const User& person, std::size_t cause);

}  // namespace stagecoach::sales

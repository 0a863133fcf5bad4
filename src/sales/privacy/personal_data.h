// What is held on a person: all of it as a file, and taking it out for good.
#pragma once

#include <boost/describe/class.hpp>
#include <optional>
#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/accounts/account.h"
#include "sales/activities/activity.h"
#include "sales/deals/deal_commands.h"

namespace stagecoach::sales {

struct HeldSeatOfDeal {
  DealId deal_id;
  std::string deal_name;
  CommitteeRole role = CommitteeRole::influencer;
  int influence = 3;
  Stance stance = Stance::unknown;
};
BOOST_DESCRIBE_STRUCT(HeldSeatOfDeal, (), (deal_id, deal_name, role, influence, stance))

struct HeldEvent {
  std::int64_t seq = 0;
  Instant recorded_at;
  std::string kind;
  std::optional<UserId> actor_id;
  json::Raw data;
};
BOOST_DESCRIBE_STRUCT(HeldEvent, (), (seq, recorded_at, kind, actor_id, data))

struct PersonalData {
  Contact contact;
  std::optional<std::string> account_name;
  std::vector<HeldSeatOfDeal> seats;
  std::vector<Activity> activities;
  std::vector<HeldEvent> events;  // of the contact, newest first
  std::string text;               // the same to be read by people, in the reader's language
};
BOOST_DESCRIBE_STRUCT(PersonalData, (), (contact, account_name, seats, activities, events, text))

// What the journal records of an export: that it happened, and who asked for it.
struct PersonalDataExported {
  static constexpr std::string_view kKind = "contact.exported";
  std::int64_t activities = 0, events = 0;
};
BOOST_DESCRIBE_STRUCT(PersonalDataExported, (), (activities, events))

// not_found and forbidden as for writing the contact.
Result<PersonalData> export_personal_data(journal::Work& work, ContactId id);

// Where in the journal others' events name these contacts: buying committees of deals, merges.
// To be asked before the write, for it reads the journal from `after` on.
struct Mentions {
  std::vector<journal::Seq> seqs;
  journal::Seq up_to = 0;  // read as far as this
};
Mentions find_mentions(db::Connection& connection, ContactId id, journal::Seq after);

// Replaces everything personal: in the record and those merged into it, in its activities, in what
// the journal tells of it, and in answers kept for repeated requests. The record stays as “#id”, so
// that deals keep their committee's shape and figures stay true.
// not_found and forbidden as for writing it, stale by the version; conflict: it was erased before.
Result<Contact> erase_personal_data(journal::Work& work, ContactId id, std::int64_t version,
                                    const Mentions& known);

}  // namespace stagecoach::sales

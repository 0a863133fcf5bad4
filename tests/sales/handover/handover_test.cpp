// Records follow their owner to another team and change hands, all at once and each explained.
#include "sales/handover/handover_undo.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "sales/accounts/account_store.h"
#include "sales/activities/activity_store.h"
#include "sales/deals/deal_test.h"

namespace stagecoach::sales {
namespace {

using testing::code_of;
using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;

class HandoverTest : public DealTest {
 protected:
  User change_team(UserId whom, std::optional<TeamId> team) {
    ChangeUser wish;
    wish.team_id = team ? json::Patch<TeamId>(*team) : json::Patch<TeamId>::null();
    return as(owner,
              [&](journal::Work& work) {
                return change_user(work, whom, user(whom).version, wish, std::nullopt,
                                   bring_records);
              })
        .value();
  }
  Result<HandedOver> give(UserId from, UserId to, std::optional<bool> closed = {}, UserId by = {}) {
    return as(by ? by : owner, [&](journal::Work& work) {
      return hand_over(work, from, {to, closed, {}, {}});
    });
  }
  Deal lose(const Deal& deal) { return move(deal, "lost", because_of("price")).value(); }
  Account account(AccountId id) {
    return database().read([&](db::Connection& c) { return find_account(c, id); }).value();
  }
  Contact contact(ContactId id) {
    return database().read([&](db::Connection& c) { return find_contact(c, id); }).value();
  }
  Activity activity(ActivityId id) {
    return database().read([&](db::Connection& c) { return find_activity(c, id); }).value();
  }
  // The events after the first new one, which must be of this kind and have led to them all.
  std::vector<std::string> kinds_led_to_by(std::string_view kind, journal::Seq before) {
    const std::vector<journal::Event> events = events_after(before);
    EXPECT_EQ(events.front().kind, kind);
    std::vector<std::string> kinds;
    for (const journal::Event& event : events) {
      if (event.seq == events.front().seq) continue;
      EXPECT_EQ(event.cause, events.front().seq) << event.kind;
      kinds.push_back(event.kind);
    }
    return kinds;
  }

  const TeamId north = add_team("North"), south = add_team("South");
};
EACH_ENGINE(HandoverTest);

TEST_P(HandoverTest, RecordsFollowTheirOwnerToAnotherTeam) {
  change_team(rep, north);
  const Deal open = create("open");
  const Deal lost = lose(create("lost"));
  const Deal deleted = remove(create("deleted"));
  const AccountId acme = add_account("Acme");
  const ContactId carla = add_contact("c@example.com");
  const AccountId others = add_account("Theirs", other_rep);
  EXPECT_EQ(open.team_id, north);

  const journal::Seq before = head();
  change_team(rep, south);
  for (const DealId id : {open.id, lost.id, deleted.id}) EXPECT_EQ(stored(id).team_id, south);
  EXPECT_EQ(stored(open.id).version, open.version + 1);
  EXPECT_EQ(account(acme).team_id, south);
  EXPECT_EQ(contact(carla).team_id, south);
  EXPECT_EQ(account(others).team_id, std::nullopt);
  EXPECT_THAT(kinds_led_to_by("user.team_changed", before),
              UnorderedElementsAre("deal.changed", "deal.changed", "deal.changed",
                                   "account.changed", "contact.changed"));
  const auto changed = read<DealChanged>(events_after(before)[1]);
  ASSERT_EQ(changed.changes.size(), 1u);
  EXPECT_EQ(changed.changes[0].field, "team_id");
  EXPECT_EQ(changed.changes[0].after.text, std::to_string(south.value));

  change_team(rep, std::nullopt);
  EXPECT_EQ(stored(open.id).team_id, TeamId());
  EXPECT_EQ(account(acme).team_id, std::nullopt);
}

TEST_P(HandoverTest, WhoLeadsTheNewTeamSeesTheRecordsAndTheOldOneDoesNot) {
  change_team(rep, north);
  const UserId of_north = add_user("nora", Role::manager, Visibility::team, north).id;
  const UserId of_south = add_user("sven", Role::manager, Visibility::team, south).id;
  const Deal deal = create("mine");
  change_team(rep, south);
  const auto seen_by_one = [&](UserId who) {
    const Viewer& reader = viewer(who);
    return database().read(
        [&](db::Connection& c) { return load_deal_to_read(c, reader, deal.id).has_value(); });
  };
  EXPECT_FALSE(seen_by_one(of_north));
  EXPECT_TRUE(seen_by_one(of_south));
}

TEST_P(HandoverTest, OpenWorkChangesHandsAndClosedDealsStayWithWhoClosedThem) {
  change_team(other_rep, south);
  const Deal open = create("open");
  const Deal held = move(create("held"), "on_hold", because_of("budget freeze")).value();
  const Deal lost = lose(create("lost"));
  const AccountId acme = add_account("Acme");
  const ContactId carla = add_contact("c@example.com");
  const Activity planned =
      add_activity(open.id, ActivityKind::call, clock.now() + std::chrono::hours(1));
  const Activity done = add_activity(open.id, ActivityKind::call, {}, clock.now());

  const journal::Seq before = head();
  const HandedOver given = give(rep, other_rep).value();
  EXPECT_EQ(given.deals, 2);
  EXPECT_EQ(given.accounts, 1);
  EXPECT_EQ(given.contacts, 1);
  EXPECT_EQ(given.activities, 1);
  for (const DealId id : {open.id, held.id}) {
    EXPECT_EQ(stored(id).owner_id, other_rep);
    EXPECT_EQ(stored(id).team_id, south);
  }
  EXPECT_EQ(stored(open.id).stage_entered_at, open.stage_entered_at) << "its stage is untouched";
  EXPECT_EQ(stored(lost.id).owner_id, rep);
  EXPECT_EQ(account(acme).owner_id, other_rep);
  EXPECT_EQ(account(acme).team_id, south);
  EXPECT_EQ(contact(carla).owner_id, other_rep);
  EXPECT_EQ(activity(planned.id).owner_id, other_rep);
  EXPECT_EQ(activity(done.id).owner_id, rep);
  EXPECT_THAT(kinds_led_to_by("user.records_handed_over", before),
              ElementsAre("deal.changed", "deal.changed", "account.changed", "contact.changed",
                          "activity.changed"));

  EXPECT_EQ(give(rep, other_rep, true).value().deals, 1);
  EXPECT_EQ(stored(lost.id).owner_id, other_rep);
  EXPECT_EQ(give(rep, other_rep, true).value().deals, 0) << "nothing is left";
}

TEST_P(HandoverTest, OnlyWhoLeadsBothMayHandOver) {
  change_team(rep, north);
  change_team(other_rep, south);
  create("mine");
  const UserId of_north = add_user("nora", Role::manager, Visibility::team, north).id;
  const UserId mate = add_user("ned", Role::rep, Visibility::own, north).id;
  (void)viewer(of_north);  // whose session is an event, too
  const journal::Seq before = head();
  EXPECT_EQ(code_of(give(rep, mate, {}, rep)), "handover.beyond_reach");
  EXPECT_EQ(code_of(give(rep, other_rep, {}, of_north)), "handover.beyond_reach");
  EXPECT_EQ(code_of(give(other_rep, rep, {}, of_north)), "handover.beyond_reach");
  EXPECT_EQ(code_of(give(rep, rep)), "record.fields_wrong");
  EXPECT_EQ(code_of(give(rep, UserId(999))), "record.fields_wrong");
  EXPECT_EQ(code_of(give(UserId(999), rep)), "record.not_found");
  EXPECT_EQ(head(), before);
  EXPECT_EQ(give(rep, mate, {}, of_north).value().deals, 1);
}

TEST_P(HandoverTest, EachKindMayGoToAnother) {
  const Deal deal = create("open");
  const AccountId acme = add_account("Acme");
  const Activity planned =
      add_activity(deal.id, ActivityKind::call, clock.now() + std::chrono::hours(1));
  const HandedOver given = as(owner, [&](journal::Work& work) {
                             return hand_over(work, rep, {other_rep, {}, manager, {}});
                           }).value();
  EXPECT_EQ(given.accounts, 1);
  EXPECT_EQ(stored(deal.id).owner_id, other_rep);
  EXPECT_EQ(account(acme).owner_id, manager);
  EXPECT_EQ(activity(planned.id).owner_id, other_rep) << "as the deals";
}

TEST_P(HandoverTest, WhoLeavesHandsOverAndIsOutInOne) {
  const Deal open = create("open");
  const Deal lost = lose(create("lost"));
  add_account("Acme");
  add_contact("c@example.com");
  add_activity(open.id, ActivityKind::call, clock.now() + std::chrono::hours(1));
  const std::string secret = admit(desk, rep, {"10.0.0.9", "test"}).value().secret;
  const Viewer& reader = viewer(owner);
  const Holdings held =
      database().read([&](db::Connection& c) { return read_holdings(c, reader, rep); }).value();
  EXPECT_EQ(held.open_deals, 1);
  EXPECT_EQ(held.closed_deals, 1);
  EXPECT_EQ(held.accounts, 1);
  EXPECT_EQ(held.contacts, 1);
  EXPECT_EQ(held.activities, 1);

  const auto leave = [&](UserId to) {
    Deactivate wish;
    wish.hand_over = HandOver{to, {}, {}, {}};
    return as(owner,
              [&](journal::Work& work) { return deactivate(work, rep, user(rep).version, wish); });
  };
  EXPECT_EQ(code_of(leave(rep)), "record.fields_wrong");
  EXPECT_TRUE(user(rep).active) << "all of it or nothing";
  const Deactivated done = leave(other_rep).value();
  EXPECT_FALSE(done.user.active);
  EXPECT_EQ(done.given.deals, held.open_deals);
  EXPECT_EQ(stored(open.id).owner_id, other_rep);
  EXPECT_EQ(stored(lost.id).owner_id, rep);
  EXPECT_EQ(sessions.session_viewer(secret), nullptr);
}

TEST_P(HandoverTest, WhatSomebodyOwnsIsCountedForWhoMayGiveIt) {
  change_team(rep, north);
  const UserId of_north = add_user("nora", Role::manager, Visibility::team, north).id;
  const auto count = [&](UserId by, UserId of) {
    const Viewer& reader = viewer(by);
    return database().read([&](db::Connection& c) { return read_holdings(c, reader, of); });
  };
  EXPECT_TRUE(count(of_north, rep));
  EXPECT_EQ(code_of(count(of_north, other_rep)), "handover.beyond_reach");
  EXPECT_EQ(code_of(count(other_rep, rep)), "handover.beyond_reach");
  EXPECT_EQ(code_of(count(owner, UserId(999))), "record.not_found");
}

TEST_P(HandoverTest, SomebodyWhoLeftGivesAndDoesNotTake) {
  const Deal deal = create("left behind");
  ChangeUser leave;
  leave.active = false;
  as(owner, [&](journal::Work& work) {
    return change_user(work, rep, user(rep).version, leave, std::nullopt, bring_records);
  }).value();
  EXPECT_EQ(give(rep, other_rep).value().deals, 1);
  EXPECT_EQ(code_of(give(other_rep, rep)), "record.fields_wrong");
  EXPECT_EQ(stored(deal.id).owner_id, other_rep);
  // Nor does an undo give it back to him.
  EXPECT_EQ(code_of(undo(head(), owner)), "undo.not_possible");
}

TEST_P(HandoverTest, AnUndoGivesADealBackIntoTheTeamOfItsOwner) {
  change_team(rep, north);
  const Deal deal = create("mine");
  give(rep, other_rep).value();
  const journal::Seq given = head();
  change_team(rep, south);
  const Deal back = undo(given, manager).value();
  EXPECT_EQ(back.owner_id, rep);
  EXPECT_EQ(back.team_id, south) << "where he is now";
  // The team alone follows its owner and cannot be put back.
  change_team(rep, north);
  EXPECT_EQ(code_of(undo(head(), owner)), "undo.not_possible");
  EXPECT_EQ(stored(deal.id).team_id, north);
}

// ---- taking it back ----

TEST_P(HandoverTest, UndoneItIsAsItWasButForWhatHasChangedSince) {
  change_team(rep, north);
  const UserId third = add_user("tess", Role::rep, Visibility::own).id;
  std::vector<Deal> deals;
  for (int i = 0; i < 6; ++i) deals.push_back(create("deal " + std::to_string(i)));
  const AccountId acme = add_account("Acme");
  const ContactId carla = add_contact("c@example.com");
  const Activity planned =
      add_activity(deals[0].id, ActivityKind::call, clock.now() + std::chrono::hours(1));
  CreateDeal wish;
  wish.name = "theirs";
  const Deal theirs = create(wish, other_rep);
  as(owner, [&](journal::Work& work) {
    return hand_over(work, rep, {other_rep, {}, third, {}});
  }).value();
  EXPECT_EQ(stored(deals[0].id).owner_id, other_rep);
  EXPECT_EQ(account(acme).owner_id, third);
  PatchDeal renamed;
  renamed.name = std::string("worked on");
  patch(stored(deals[5].id), renamed, other_rep).value();

  const auto past = [&] {
    return database().read(
        [&](db::Connection& c) { return past_handovers(c, viewer(owner), rep).value(); });
  };
  const auto undo = [&](journal::Seq seq, UserId by) {
    return as(by, [&](journal::Work& work) { return undo_handover(work, seq); });
  };
  ASSERT_EQ(past().size(), 2u);
  EXPECT_EQ(code_of(undo(past()[0].seq, other_rep)), "handover.beyond_reach");
  EXPECT_EQ(code_of(undo(1, owner)), "record.not_found");
  HandoverUndone all;
  for (const PastHandover& each : past()) {
    const HandoverUndone undone = undo(each.seq, owner).value();
    all.back.deals += undone.back.deals;
    all.back.accounts += undone.back.accounts;
    all.back.contacts += undone.back.contacts;
    all.back.activities += undone.back.activities;
    all.kept += undone.kept;
    EXPECT_EQ(code_of(undo(each.seq, owner)), "handover.nothing_left");
  }
  EXPECT_EQ(all.back.deals, 5);
  EXPECT_EQ(all.back.accounts, 1);
  EXPECT_EQ(all.back.contacts, 1);
  EXPECT_EQ(all.back.activities, 1);
  EXPECT_EQ(all.kept, 1) << "the deal that was worked on";
  for (int i = 0; i < 5; ++i) {
    Deal was = deals[static_cast<size_t>(i)], is = stored(was.id);
    EXPECT_EQ(is.owner_id, rep);
    EXPECT_EQ(is.team_id, north);
    EXPECT_EQ(is.name, was.name);
  }
  EXPECT_EQ(stored(deals[5].id).owner_id, other_rep);
  EXPECT_EQ(stored(theirs.id).owner_id, other_rep);
  EXPECT_EQ(account(acme).owner_id, rep);
  EXPECT_EQ(account(acme).team_id, north);
  EXPECT_EQ(contact(carla).owner_id, rep);
  EXPECT_EQ(activity(planned.id).owner_id, rep);
  EXPECT_EQ(database().read([](db::Connection& c) { return wrong_totals(c); }), 0);
  for (const PastHandover& each : past()) EXPECT_TRUE(each.undone);
}

}  // namespace
}  // namespace stagecoach::sales

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "sales/team/links/link_commands.h"
#include "sales/team/sign_in/secret.h"
#include "sales/team/team_test.h"

namespace stagecoach::sales {
namespace {

using journal::Work;
using testing::code_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Caller kCaller{"10.0.0.9", "test"};

class LinkTest : public testing::TeamTest {
 protected:
  static Invite bea() { return {"Bea", "bea@example.com", Role::rep, {}, {}, {}}; }

  Result<NewLink> try_invite(UserId by, const Invite& wish) {
    return run_as(by, [&](Work& work) { return invite(work, wish, desk.link_lives); });
  }
  Result<NewLink> try_link(UserId by, UserId of) {
    return run_as(by, [&](Work& work) { return make_link(work, of, desk.link_lives); });
  }
  Result<void> try_withdraw(UserId by, UserId of) {
    return run_as(by, [&](Work& work) { return withdraw_link(work, of); });
  }
  Result<OpenedLink> look(const std::string& link) { return open_link(desk, {link}, kCaller); }
  Result<Admitted> use(const std::string& link, std::string password = "nine blue kettles") {
    return use_link(desk, {link, std::move(password), {}, {}}, kCaller);
  }
  bool lets_in(const std::string& email, const std::string& password) {
    return sign_in(desk, {email, password}, kCaller).has_value();
  }
  std::vector<SignInLink> pending_for(UserId viewer) {
    const Viewer who = viewer_for(viewer);
    return database().read([&](db::Connection& connection) { return links_for(connection, who); });
  }
};
EACH_ENGINE(LinkTest);

TEST_P(LinkTest, AnInvitedPersonSeesWhoInvitesChoosesAPasswordAndIsIn) {
  const UserId olive = set_up_owner();
  const auto before = head();
  const NewLink made = try_invite(olive, bea()).value();
  EXPECT_THAT(kinds_after(before),
              ElementsAre("session.signed_in", "user.created", "user.link_made"));
  EXPECT_TRUE(made.secret.starts_with(kLinkPrefix));
  EXPECT_FALSE(lets_in("bea@example.com", ""));

  const OpenedLink opened = look(made.secret).value();
  EXPECT_EQ(opened.purpose, LinkPurpose::invitation);
  EXPECT_EQ(opened.organization, "Courier & Co");
  EXPECT_EQ(opened.made_by, "Olive Owner");
  EXPECT_EQ(opened.email, "bea@example.com");

  const auto unused = head();
  const Admitted in =
      use_link(desk, {made.secret, "nine blue kettles", "Bea Bell", Lang::zh}, kCaller).value();
  EXPECT_EQ(sessions.session_viewer(in.secret)->user, made.user.id);
  EXPECT_EQ(user(made.user.id).name, "Bea Bell");
  EXPECT_EQ(user(made.user.id).lang, Lang::zh);
  EXPECT_TRUE(lets_in("bea@example.com", "nine blue kettles"));
  const auto noted = kinds_after(unused);
  EXPECT_THAT(std::vector(noted.begin(), noted.begin() + 5),
              ElementsAre("user.renamed", "user.language_changed", "user.link_used",
                          "user.password_changed", "session.signed_in"));
  EXPECT_EQ(events_after(unused)[0].actor, made.user.id);
}

TEST_P(LinkTest, WhateverIsWrongWithALinkItSaysTheSame) {
  const UserId olive = set_up_owner();
  const NewLink used = try_invite(olive, bea()).value();
  ASSERT_TRUE(use(used.secret));
  Invite wish = bea();
  wish.email = "cem@example.com";
  const NewLink withdrawn = try_invite(olive, wish).value();
  ASSERT_TRUE(try_withdraw(olive, withdrawn.user.id));
  wish.email = "dov@example.com";
  const NewLink replaced = try_invite(olive, wish).value();
  const NewLink expired = try_link(olive, replaced.user.id).value();
  EXPECT_TRUE(look(expired.secret));
  clock.advance(desk.link_lives.invitation);
  const auto before = head();
  for (const std::string& link :
       {used.secret, withdrawn.secret, replaced.secret, expired.secret, std::string("scl_guess")}) {
    EXPECT_EQ(code_of(look(link)), "link.over");
    EXPECT_EQ(code_of(use(link)), "link.over");
  }
  EXPECT_THAT(kinds_after(before), IsEmpty());
}

TEST_P(LinkTest, NobodyInvitesBeyondHimself) {
  set_up_owner();
  const TeamId north = add_team("North");
  const TeamId south = add_team("South");
  const UserId mia = add_user("mia", Role::manager, Visibility::team, north).id;
  const UserId rui = add_user("rui", Role::rep, Visibility::own, north).id;
  const UserId sue = add_user("sue", Role::rep, Visibility::own, south).id;
  Invite wish = bea();
  EXPECT_EQ(code_of(try_invite(rui, wish)), "user.may_not_manage");
  EXPECT_EQ(code_of(try_invite(mia, wish)), "user.beyond_reach");
  wish.team_id = north;
  wish.role = Role::owner;
  EXPECT_EQ(code_of(try_invite(mia, wish)), "user.role_beyond");
  wish.role = Role::rep;
  wish.visibility = Visibility::all;
  EXPECT_EQ(code_of(try_invite(mia, wish)), "user.visibility_beyond");
  wish.visibility = Visibility::own;
  EXPECT_TRUE(try_invite(mia, wish));
  EXPECT_EQ(code_of(try_link(mia, sue)), "user.beyond_reach");
  EXPECT_EQ(code_of(try_link(mia, mia)), "link.not_oneself");
  EXPECT_TRUE(try_link(mia, rui));
}

TEST_P(LinkTest, TheListHoldsWhatTheViewerMayManage) {
  const UserId olive = set_up_owner();
  const TeamId north = add_team("North");
  const UserId mia = add_user("mia", Role::manager, Visibility::team, north).id;
  const UserId bea_id = try_invite(olive, bea()).value().user.id;
  clock.advance(std::chrono::minutes(1));
  Invite wish = bea();
  wish.email = "cem@example.com";
  wish.team_id = north;
  const UserId cem = try_invite(mia, wish).value().user.id;
  const auto all = pending_for(olive);
  ASSERT_EQ(all.size(), 2u);
  EXPECT_EQ(all[0].user_id, cem);
  EXPECT_EQ(all[0].made_by, mia);
  EXPECT_EQ(all[1].user_id, bea_id);
  ASSERT_EQ(pending_for(mia).size(), 1u);
  EXPECT_EQ(pending_for(mia)[0].user_id, cem);
}

TEST_P(LinkTest, WhoNeverCameIsGoneWithHisInvitationAndWhoWasThereBeforeStays) {
  const UserId olive = set_up_owner();
  const UserId never = try_invite(olive, bea()).value().user.id;
  ASSERT_TRUE(try_link(olive, never)) << "renewed: still a newcomer";
  ASSERT_TRUE(try_withdraw(olive, never));
  EXPECT_FALSE(user(never).active);
  EXPECT_EQ(code_of(try_withdraw(olive, never)), "record.not_found");

  CreateUser known;
  known.name = "Imported";
  known.email = "imported@example.com";
  const UserId imported =
      run([&](Work& work) { return create_user(work, known, std::nullopt); }).value().id;
  EXPECT_EQ(try_link(olive, imported).value().link.purpose, LinkPurpose::invitation);
  ASSERT_TRUE(try_withdraw(olive, imported));
  EXPECT_TRUE(user(imported).active);
}

TEST_P(LinkTest, AWayBackInEndsTheSessionsThereWere) {
  const UserId olive = set_up_owner();
  const User rui = add_user("rui", Role::rep);
  const std::string there = admit(desk, rui.id, kCaller).value().secret;
  const NewLink made = try_link(olive, rui.id).value();
  EXPECT_EQ(made.link.purpose, LinkPurpose::reset);
  EXPECT_EQ(made.link.expires_at - clock.now(), std::chrono::hours(24));
  EXPECT_TRUE(lets_in("rui@example.com", std::string(kPassword))) << "until it is used";
  ASSERT_TRUE(use(made.secret));
  EXPECT_EQ(sessions.session_viewer(there), nullptr);
  EXPECT_FALSE(lets_in("rui@example.com", std::string(kPassword)));
  EXPECT_TRUE(lets_in("rui@example.com", "nine blue kettles"));
}

TEST_P(LinkTest, DeactivationAndANewPasswordEndALink) {
  const UserId olive = set_up_owner();
  const User rui = add_user("rui", Role::rep);
  const std::string first = try_link(olive, rui.id).value().secret;
  ChangeUser leave;
  leave.active = false;
  run([&](Work& work) {
    return change_user(work, rui.id, rui.version, leave, std::nullopt, bring_nothing);
  }).value();
  EXPECT_EQ(code_of(try_link(olive, rui.id)), "link.deactivated");
  ChangeUser back;
  back.active = true;
  run([&](Work& work) {
    return change_user(work, rui.id, rui.version + 1, back, std::nullopt, bring_nothing);
  }).value();
  EXPECT_EQ(code_of(look(first)), "link.over") << "it did not come back with him";
}

TEST_P(LinkTest, APoorPasswordLeavesTheLinkAsItWas) {
  const UserId olive = set_up_owner();
  const NewLink made = try_invite(olive, bea()).value();
  for (const char* poor : {"short", "password1", "bea@example.com"}) {
    const auto refused = use(made.secret, poor);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().fields.at(0).field, "password") << poor;
  }
  EXPECT_TRUE(use(made.secret));
}

TEST_P(LinkTest, GuessesAreSlowedDown) {
  set_up_owner();
  std::string last;
  for (int i = 0; i < 40; ++i) last = code_of(look("scl_guess" + std::to_string(i)));
  EXPECT_EQ(last, "session.too_many_attempts");
}

TEST_P(LinkTest, NoSecretIsStoredOrJournaled) {
  const UserId olive = set_up_owner();
  const NewLink made = try_invite(olive, bea()).value();
  for (const journal::Event& event : events_after(0))
    EXPECT_EQ(event.data.find(made.secret), std::string::npos);
  const auto stored = database().read([](db::Connection& connection) {
    return *connection.first("SELECT token_hash FROM sign_in_links",
                             [](const db::Row& row) { return std::string(row.blob(0)); });
  });
  EXPECT_NE(stored, made.secret);
  EXPECT_EQ(stored, secret_hash(made.secret));
}

}  // namespace
}  // namespace stagecoach::sales

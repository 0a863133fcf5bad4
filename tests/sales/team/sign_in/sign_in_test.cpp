#include "sales/team/sign_in/sign_in.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <thread>

#include "sales/team/team_test.h"

namespace stagecoach::sales {
namespace {

using journal::Work;
using testing::code_of;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class SignInTest : public testing::TeamTest {
 protected:
  SignInTest() {
    sessions.on_over([this](Sessions::IsOver is_over) { told_ = std::move(is_over); });
  }

  Result<Admitted> try_sign_in(std::string email, std::string password) {
    return sign_in(desk, {std::move(email), std::move(password)}, {"10.0.0.9", "test"});
  }
  std::string secret_of(UserId id) { return admit(desk, id, {"10.0.0.9", "test"}).value().secret; }
  bool is_in(const std::string& secret) { return sessions.session_viewer(secret) != nullptr; }
  // Whether the listener was told that this viewer is over, since the last question.
  bool was_told_of(const Viewer& viewer) {
    const Sessions::IsOver told = std::exchange(told_, {});
    return told && told(viewer);
  }
  User change(UserId id, const ChangeUser& wish,
              const std::optional<std::string>& hash = std::nullopt) {
    const std::int64_t version = user(id).version;
    return run([&](Work& work) {
             return change_user(work, id, version, wish, hash, bring_nothing);
           })
        .value();
  }

  Sessions::IsOver told_;
};
EACH_ENGINE(SignInTest);

TEST_P(SignInTest, SetUpMakesTheOrganisationAndItsOwner) {
  EXPECT_TRUE(needs_set_up(database()));
  const UserId id = set_up_owner();
  EXPECT_FALSE(needs_set_up(database()));
  EXPECT_EQ(user(id).role, Role::owner);
  EXPECT_EQ(user(id).visibility, Visibility::all);
  const auto organization =
      database().read([](db::Connection& connection) { return find_organization(connection); });
  ASSERT_TRUE(organization.has_value());
  EXPECT_EQ(organization->currency.code(), "CNY");
  EXPECT_EQ(organization->time_zone, "Asia/Shanghai");
  EXPECT_THAT(kinds_after(0), ElementsAre("organization.created", "user.created"));
  EXPECT_EQ(code_of(set_up(desk, set_up_wish())), "setup.done");
}

TEST_P(SignInTest, OfTwoSetUpsAtOnceOneWins) {
  std::atomic<int> won{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 6; ++i)
    threads.emplace_back([&, i] {
      sales::SetUp wish = set_up_wish();
      wish.email = "owner" + std::to_string(i) + "@example.com";
      if (set_up(desk, wish)) ++won;
    });
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(won, 1);
  EXPECT_THAT(kinds_after(0), ElementsAre("organization.created", "user.created"));
}

TEST_P(SignInTest, SetUpSaysEverythingThatIsWrongAtOnce) {
  sales::SetUp wish = set_up_wish();
  wish.email = "nobody";
  wish.currency = Currency();
  wish.time_zone = "Middle/Earth";
  wish.password = "short";
  const auto refused = set_up(desk, wish);
  ASSERT_FALSE(refused);
  std::vector<std::string> fields;
  for (const FieldError& field : refused.error().fields) fields.push_back(field.field);
  EXPECT_THAT(fields, ElementsAre("email", "currency", "time_zone", "password"));
  EXPECT_TRUE(needs_set_up(database()));
  EXPECT_THAT(kinds_after(0), IsEmpty());
}

TEST_P(SignInTest, ARefusedFurnishingLeavesNothing) {
  desk.hooks.furnish = [](Work&) -> Result<void> {
    static constexpr Phrase kNo{"test.no", "No.", "不行。"};
    return Error(Error::Code::refused, kNo);
  };
  EXPECT_EQ(code_of(set_up(desk, set_up_wish())), "test.no");
  EXPECT_TRUE(needs_set_up(database()));
}

TEST_P(SignInTest, TheRightPasswordOpensASessionOfItsOwn) {
  const UserId id = set_up_owner();
  const auto before = head();
  const Admitted first = try_sign_in("OLIVE@example.com", std::string(kPassword)).value();
  const Admitted second = try_sign_in("olive@example.com", std::string(kPassword)).value();
  EXPECT_NE(first.secret, second.secret);
  const auto viewer = sessions.session_viewer(first.secret);
  ASSERT_NE(viewer, nullptr);
  EXPECT_EQ(viewer->user, id);
  EXPECT_EQ(viewer->role, Role::owner);
  EXPECT_EQ(viewer->by, Viewer::By::session);
  EXPECT_THAT(kinds_after(before), ElementsAre("session.signed_in", "session.signed_in"));
  EXPECT_EQ(events_after(before)[0].actor, id);
  EXPECT_EQ(events_after(before)[0].data, R"({"address":"10.0.0.9","agent":"test"})");
}

TEST_P(SignInTest, EveryRefusalReadsTheSame) {
  set_up_owner();
  const User gone = add_user("gone", Role::rep);
  ChangeUser leave;
  leave.active = false;
  change(gone.id, leave);
  CreateUser paper;
  paper.name = "Paper";
  paper.email = "paper@example.com";
  run([&](Work& work) { return create_user(work, paper, std::nullopt); }).value();
  const auto before = head();
  EXPECT_EQ(code_of(try_sign_in("olive@example.com", "wrong")), "session.refused");
  EXPECT_EQ(code_of(try_sign_in("nobody@example.com", std::string(kPassword))), "session.refused");
  EXPECT_EQ(code_of(try_sign_in("gone@example.com", std::string(kPassword))), "session.refused");
  EXPECT_EQ(code_of(try_sign_in("paper@example.com", "")), "session.refused");
  const auto events = events_after(before);
  ASSERT_EQ(events.size(), 4u);
  for (const journal::Event& event : events) {
    EXPECT_EQ(event.kind, "session.sign_in_failed");
    EXPECT_EQ(event.data.find("example.com"), std::string::npos) << "what was typed is not kept";
  }
  EXPECT_EQ(events[1].subject_id, 0);
}

TEST_P(SignInTest, GuessingIsSlowedDown) {
  set_up_owner();
  for (int i = 0; i < 6; ++i)
    EXPECT_EQ(code_of(try_sign_in("olive@example.com", "guess")), "session.refused");
  const auto refused = try_sign_in("olive@example.com", std::string(kPassword));
  ASSERT_EQ(code_of(refused), "session.too_many_attempts") << "even the right one has to wait";
  ASSERT_TRUE(refused.error().retry_after.has_value());
  clock.advance(*refused.error().retry_after);
  EXPECT_TRUE(try_sign_in("olive@example.com", std::string(kPassword)));
  EXPECT_TRUE(try_sign_in("olive@example.com", std::string(kPassword)));
}

TEST_P(SignInTest, ASessionEndsWhenItIsIdleAndAtItsEnd) {
  const UserId id = set_up_owner();
  const std::string secret = secret_of(id);
  clock.advance(std::chrono::hours(24 * 3) - Millis(1));
  EXPECT_TRUE(is_in(secret));
  sessions.settle();  // seen: three more days
  clock.advance(std::chrono::hours(24 * 3) - Millis(1));
  EXPECT_TRUE(is_in(secret));
  sessions.settle();
  clock.advance(std::chrono::hours(24 * 3));
  EXPECT_FALSE(is_in(secret));

  const std::string busy = secret_of(id);
  for (int day = 0; day < 29; ++day) {
    clock.advance(std::chrono::hours(24));
    EXPECT_TRUE(is_in(busy)) << day;
    sessions.settle();
  }
  clock.advance(std::chrono::hours(24));
  EXPECT_FALSE(is_in(busy)) << "however busy it was";
}

TEST_P(SignInTest, LookingWritesNothingWithinAMinute) {
  const std::string secret = secret_of(set_up_owner());
  const auto seen_at = [&] {
    return database().read([](db::Connection& connection) {
      return *connection.first("SELECT seen_at FROM sessions",
                               [](const db::Row& row) { return row.instant(0); });
    });
  };
  const Instant start = clock.now();
  clock.advance(std::chrono::seconds(59));
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(is_in(secret));
  sessions.settle();
  EXPECT_EQ(seen_at(), start);
  clock.advance(std::chrono::seconds(1));
  EXPECT_TRUE(is_in(secret));
  sessions.settle();
  EXPECT_EQ(seen_at(), start + std::chrono::minutes(1));
}

TEST_P(SignInTest, SigningOutEndsThisSessionOnly) {
  const UserId id = set_up_owner();
  const std::string here = secret_of(id);
  const std::string there = secret_of(id);
  const auto viewer = sessions.session_viewer(here);
  const auto other = sessions.session_viewer(there);
  sign_out(desk, *viewer);
  EXPECT_FALSE(is_in(here));
  EXPECT_TRUE(is_in(there));
  ASSERT_TRUE(told_);
  EXPECT_FALSE(told_(*other));
  EXPECT_TRUE(was_told_of(*viewer));
}

TEST_P(SignInTest, DeactivationEndsSessionsAndTokens) {
  set_up_owner();
  const User rui = add_user("rui", Role::rep);
  const std::string secret = secret_of(rui.id);
  const Viewer viewer = *sessions.session_viewer(secret);
  const NewToken token =
      create_token(desk, viewer, {"script", {"read"}, date_of(clock.now())}).value();
  ASSERT_NE(sessions.token_viewer(token.secret), nullptr);
  ChangeUser leave;
  leave.active = false;
  change(rui.id, leave);
  EXPECT_FALSE(is_in(secret));
  EXPECT_EQ(sessions.token_viewer(token.secret), nullptr);
  ChangeUser come_back;
  come_back.active = true;
  change(rui.id, come_back);
  EXPECT_FALSE(is_in(secret)) << "what is dead stays dead";
  EXPECT_EQ(sessions.token_viewer(token.secret), nullptr);
}

TEST_P(SignInTest, ANewPasswordEndsTheOldSessions) {
  const UserId id = set_up_owner();
  const std::string here = secret_of(id);
  const std::string elsewhere = secret_of(id);
  const Viewer viewer = *sessions.session_viewer(here);
  ChangeMe wish;
  wish.current_password = std::string("not it");
  wish.new_password = std::string("nine blue kettles");
  EXPECT_EQ(code_of(change_me(desk, viewer, wish, {}, {"10.0.0.9", "test"})), "me.invalid");
  EXPECT_TRUE(is_in(elsewhere));
  wish.current_password = std::string(kPassword);
  const auto before = head();
  const ChangedMe changed = change_me(desk, viewer, wish, {}, {"10.0.0.9", "test"}).value();
  EXPECT_FALSE(is_in(here));
  EXPECT_FALSE(is_in(elsewhere));
  EXPECT_TRUE(is_in(changed.secret.value()));
  EXPECT_TRUE(was_told_of(viewer));
  EXPECT_THAT(kinds_after(before), ElementsAre("user.password_changed", "session.signed_in"));
  EXPECT_EQ(code_of(try_sign_in("olive@example.com", std::string(kPassword))), "session.refused");
  EXPECT_TRUE(try_sign_in("olive@example.com", "nine blue kettles"));
}

TEST_P(SignInTest, AWeakNewPasswordIsRefused) {
  const UserId id = set_up_owner();
  const Viewer viewer = viewer_for(id);
  ChangeMe wish;
  wish.current_password = std::string(kPassword);
  wish.new_password = std::string("password1");
  EXPECT_EQ(code_of(change_me(desk, viewer, wish, {}, {"10.0.0.9", "test"})), "password.refused");
}

TEST_P(SignInTest, ATokenHasItsScopeAndItsEnd) {
  const UserId id = set_up_owner();
  const Viewer viewer = viewer_for(id);
  const Date today = date_of(clock.now());
  const NewToken reading = create_token(desk, viewer, {"bi", {"read"}, today}).value();
  const NewToken writing =
      create_token(desk, viewer, {"sync", {"write", "read"}, today + std::chrono::days(366)})
          .value();
  EXPECT_TRUE(reading.secret.starts_with("sc_"));
  const auto reader = sessions.token_viewer(reading.secret);
  ASSERT_NE(reader, nullptr);
  EXPECT_EQ(reader->by, Viewer::By::read_token);
  EXPECT_FALSE(reader->has(Permission::deals_write));
  const auto writer = sessions.token_viewer(writing.secret);
  ASSERT_NE(writer, nullptr);
  EXPECT_EQ(writer->by, Viewer::By::write_token);
  EXPECT_TRUE(writer->has(Permission::deals_write));
  EXPECT_EQ(sessions.session_viewer(reading.secret), nullptr) << "a token is no session";

  clock.set(today + std::chrono::days(1) - Millis(1));
  EXPECT_NE(sessions.token_viewer(reading.secret), nullptr) << "its last day is a whole one";
  clock.advance(Millis(1));
  EXPECT_EQ(sessions.token_viewer(reading.secret), nullptr);
  EXPECT_TRUE(revoke_token(desk, viewer, writing.token.id));
  EXPECT_EQ(sessions.token_viewer(writing.secret), nullptr);
  EXPECT_EQ(code_of(revoke_token(desk, viewer, writing.token.id)), "record.not_found");
}

TEST_P(SignInTest, TokensAreRefusedForBadScopesAndDays) {
  const Viewer viewer = viewer_for(set_up_owner());
  const Date today = date_of(clock.now());
  EXPECT_EQ(code_of(create_token(desk, viewer, {"x", {"admin"}, today})), "me.invalid");
  EXPECT_EQ(code_of(create_token(desk, viewer, {"x", {"read"}, today - std::chrono::days(1)})),
            "me.invalid");
  EXPECT_EQ(code_of(create_token(desk, viewer, {"x", {"read"}, today + std::chrono::days(367)})),
            "me.invalid");
}

TEST_P(SignInTest, NobodyRevokesTheTokenOfAnother) {
  const Viewer owner = viewer_for(set_up_owner());
  const Viewer rui = viewer_for(add_user("rui", Role::rep).id);
  const NewToken token = create_token(desk, owner, {"x", {"read"}, date_of(clock.now())}).value();
  EXPECT_EQ(code_of(revoke_token(desk, rui, token.token.id)), "record.not_found");
  EXPECT_NE(sessions.token_viewer(token.secret), nullptr);
}

TEST_P(SignInTest, TheSweepRemovesWhatIsOverAndTellsTheStreams) {
  const UserId id = set_up_owner();
  const std::string old = secret_of(id);
  const Viewer old_viewer = *sessions.session_viewer(old);
  clock.advance(std::chrono::hours(24 * 3));
  const Viewer fresh_viewer = *sessions.session_viewer(secret_of(id));
  sessions.sweep();
  ASSERT_TRUE(told_);
  EXPECT_FALSE(told_(fresh_viewer));
  EXPECT_TRUE(was_told_of(old_viewer));
  const auto left = database().read([](db::Connection& connection) {
    return *connection.first("SELECT count(*) FROM sessions",
                             [](const db::Row& row) { return row.integer(0); });
  });
  EXPECT_EQ(left, 1);
}

TEST_P(SignInTest, NoSecretIsStored) {
  const UserId id = set_up_owner();
  const std::string secret = secret_of(id);
  const NewToken token =
      create_token(desk, viewer_for(id), {"x", {"read"}, date_of(clock.now())}).value();
  for (const journal::Event& event : events_after(0)) {
    EXPECT_EQ(event.data.find(secret), std::string::npos);
    EXPECT_EQ(event.data.find(token.secret), std::string::npos);
    EXPECT_EQ(event.data.find(kPassword), std::string::npos);
  }
  database().read([&](db::Connection& connection) {
    connection.each("SELECT token_hash FROM sessions", [&](const db::Row& row) {
      EXPECT_EQ(row.blob(0).size(), 32u);
      EXPECT_EQ(row.blob(0).find(secret), std::string_view::npos);
    });
  });
}

}  // namespace
}  // namespace stagecoach::sales

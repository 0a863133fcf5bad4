// A workspace with its people, for the tests of this room and of those above it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "journal/reader.h"
#include "platform/db/engines.h"
#include "sales/team/sign_in/sign_in.h"
#include "sales/team/team_commands.h"
#include "sales/team/user_store.h"

namespace stagecoach::testing {

// Every test starts with a migrated, empty workspace and a clock of its own.
class TeamTest : public EngineTest {
 protected:
  TeamTest() { migrate(); }

  using TeamId = sales::TeamId;

  static constexpr std::string_view kPassword = "four green lamps";

  sales::SetUp set_up_wish() const {
    return {"Courier & Co", "Olive Owner",           "olive@example.com", std::string(kPassword),
            Lang::en,       *Currency::parse("CNY"), "Asia/Shanghai",     false};
  }
  // For people of whom nothing is kept yet.
  static void bring_nothing(journal::Work&, const sales::User&, std::size_t) {}

  UserId set_up_owner() { return sales::set_up(desk, set_up_wish()).value(); }

  // As a session of this person would see, through a real session.
  sales::Viewer viewer_for(UserId user) {
    const auto in = sales::admit(desk, user, {"127.0.0.1", "test"}).value();
    return *sessions.session_viewer(in.secret);
  }

  template <class F>
  auto run(F&& command) {
    return commands.run(sales::Viewer::system(), std::forward<F>(command));
  }
  template <class F>
  auto run_as(UserId user, F&& command) {
    const sales::Viewer viewer = viewer_for(user);
    return commands.run(viewer, std::forward<F>(command));
  }

  // By the system, so that a test can begin anywhere.
  TeamId add_team(std::string name, std::optional<TeamId> parent = std::nullopt) {
    return run([&](journal::Work& work) {
             return sales::create_team(work, {std::move(name), parent});
           })
        .value()
        .id;
  }
  sales::User add_user(std::string name, sales::Role role,
                       std::optional<sales::Visibility> visibility = std::nullopt,
                       std::optional<TeamId> team = std::nullopt) {
    sales::CreateUser wish;
    wish.email = name + "@example.com";
    wish.name = std::move(name);
    wish.role = role;
    wish.visibility = visibility;
    wish.team_id = team;
    const std::string hash = passwords.hash(kPassword).value();
    return run([&](journal::Work& work) { return sales::create_user(work, wish, hash); }).value();
  }

  sales::User user(UserId id) {
    return database()
        .read([&](db::Connection& connection) { return sales::find_user(connection, id); })
        .value();
  }
  sales::Team team(TeamId id) {
    return database()
        .read([&](db::Connection& connection) { return sales::find_team(connection, id); })
        .value();
  }

  journal::Seq head() {
    return database().read([](db::Connection& connection) { return journal::head(connection); });
  }
  std::vector<journal::Event> events_after(journal::Seq seq) {
    return database().read(
        [&](db::Connection& connection) { return journal::read_after(connection, seq, 1000); });
  }
  std::vector<std::string> kinds_after(journal::Seq seq) {
    std::vector<std::string> kinds;
    for (const journal::Event& event : events_after(seq)) kinds.push_back(event.kind);
    return kinds;
  }

  ManualClock clock{*instant_from_iso("2026-03-02T09:00:00Z")};
  journal::CommandRunner commands{database(), clock};
  sales::Passwords passwords{sales::PasswordWork::least()};
  sales::LoginLimits limits{clock};
  sales::Sessions sessions{database(), clock};
  sales::SignInDesk desk{commands, passwords, limits, sessions, {}};
};

// The code of a refusal; "" where there was none.
template <class T>
std::string code_of(const Result<T>& result) {
  return result ? std::string() : std::string(result.error().message.code());
}

}  // namespace stagecoach::testing

#include "sales/team/team_routes.h"

#include "sales/team/people.h"
#include "sales/team/rules.h"
#include "sales/team/team_commands.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

struct UserQuery {
  int limit = 50;
  std::optional<UserId> cursor;  // the last id of the page before
};
BOOST_DESCRIBE_STRUCT(UserQuery, (), (limit, cursor))
constexpr auto json_rules(const UserQuery*) {
  return std::array{json::Rule("limit").between(1, 500).defaulted()};
}

struct UserPage {
  std::vector<User> items;
  std::optional<std::string> next_cursor;
};
BOOST_DESCRIBE_STRUCT(UserPage, (), (items, next_cursor))

struct TeamList {
  std::vector<Team> items;
  std::optional<std::string> next_cursor;  // never: there are few teams
};
BOOST_DESCRIBE_STRUCT(TeamList, (), (items, next_cursor))

namespace {

using http::Answer;
using http::Request;
using journal::CommandRunner;
using journal::Work;

// Everybody signed in sees the names of his colleagues: records name their owners.
Result<UserPage> page_of_users(db::Connection& connection, const UserQuery& query) {
  UserPage page;
  page.items = list_users(connection, query.cursor.value_or(UserId()), query.limit + 1);
  if (page.items.size() > static_cast<size_t>(query.limit)) {
    page.items.pop_back();
    page.next_cursor = std::to_string(page.items.back().id.value);
  }
  return page;
}

// The hash of the password somebody is given, computed before the transaction.
Result<std::optional<std::string>> hash_of(Passwords& passwords,
                                           const std::optional<std::string>& password,
                                           std::string_view email, std::string_view name) {
  if (!password) return std::optional<std::string>();
  TRY(check_password(*password, email, name, "password"));
  std::string hash = TRY(passwords.hash(*password));
  return std::optional<std::string>(std::move(hash));
}

Result<Answer<User>> answer_change_of_user(CommandRunner& commands, Passwords& passwords,
                                           const BringRecords& bring_records,
                                           const Request& request, const ChangeUser& wish) {
  const auto id = TRY(request.path_id<UserId>("id"));
  const auto version = request.seen_version();
  const auto known = commands.database().read(
      [&](db::Connection& connection) { return find_user(connection, id); });
  if (!known) return no_such_record();
  const auto password = wish.password ? std::optional(*wish.password) : std::nullopt;
  const auto hash = TRY(hash_of(passwords, password, known->email.value_or(""), known->name));
  return commands.run(request, [&](Work& work) -> Result<Answer<User>> {
    const User user = TRY(change_user(work, id, version, wish, hash, bring_records));
    return Answer<User>::versioned(user, user.version);
  });
}

void add_user_routes(http::Router& router, CommandRunner& commands, Passwords& passwords,
                     Sessions& sessions, const BringRecords& bring_records) {
  router.get("/api/users", rules::signed_in, {"The people of the organisation", {"team"}},
             [&commands](const Request&, const UserQuery& query) -> Result<UserPage> {
               return commands.database().read(
                   [&](db::Connection& connection) { return page_of_users(connection, query); });
             });
  router.get("/api/users/{id}", rules::signed_in, {"One person", {"team"}},
             [&commands](const Request& request) -> Result<Answer<User>> {
               const auto id = TRY(request.path_id<UserId>("id"));
               const auto user = commands.database().read(
                   [&](db::Connection& connection) { return find_user(connection, id); });
               if (!user) return no_such_record();
               return Answer<User>::versioned(*user, user->version);
             });
  router.post("/api/users", rules::may_manage, {"Add a person", {"team"}},
              [&commands, &passwords](const Request& request,
                                      const CreateUser& wish) -> Result<Answer<User>> {
                const auto hash =
                    TRY(hash_of(passwords, wish.password, wish.email.value_or(""), wish.name));
                return commands.run(request, [&](Work& work) -> Result<Answer<User>> {
                  const User user = TRY(create_user(work, wish, hash));
                  auto answer =
                      Answer<User>::created(user, "/api/users/" + std::to_string(user.id.value));
                  answer.etag(user.version);
                  return answer;
                });
              });
  router
      .patch(
          "/api/users/{id}", rules::may_manage,
          {"Change a person's name, address, role, visibility, team, state or password", {"team"}},
          [&commands, &passwords, &sessions, bring_records](
              const Request& request, const ChangeUser& wish) -> Result<Answer<User>> {
            auto answer = answer_change_of_user(commands, passwords, bring_records, request, wish);
            // Open streams of this person show what he saw before, or belong to nobody now.
            if (answer) {
              const auto id = TRY(request.path_id<UserId>("id"));
              sessions.tell_over([id](const Viewer& viewer) { return viewer.user == id; });
            }
            return answer;
          })
      .versioned();
}

void add_routes_of_teams(http::Router& router, CommandRunner& commands, Sessions& sessions) {
  // What somebody sees through his team changes with the tree.
  const auto tree_changed = [&sessions] {
    sessions.tell_over([](const Viewer& viewer) { return static_cast<bool>(viewer.team); });
  };
  router.get("/api/teams", rules::signed_in, {"The tree of teams", {"team"}},
             [&commands](const Request&) -> Result<TeamList> {
               return commands.database().read([](db::Connection& connection) {
                 return TeamList{list_teams(connection), {}};
               });
             });
  router.get("/api/teams/{id}", rules::signed_in, {"One team", {"team"}},
             [&commands](const Request& request) -> Result<Answer<Team>> {
               const auto id = TRY(request.path_id<TeamId>("id"));
               const auto team = commands.database().read(
                   [&](db::Connection& connection) { return find_team(connection, id); });
               if (!team) return no_such_record();
               return Answer<Team>::versioned(*team, team->version);
             });
  router.post("/api/teams", rules::may_manage, {"Add a team", {"team"}},
              [&commands](const Request& request, const CreateTeam& wish) -> Result<Answer<Team>> {
                return commands.run(request, [&](Work& work) -> Result<Answer<Team>> {
                  const Team team = TRY(create_team(work, wish));
                  auto answer =
                      Answer<Team>::created(team, "/api/teams/" + std::to_string(team.id.value));
                  answer.etag(team.version);
                  return answer;
                });
              });
  router
      .patch("/api/teams/{id}", rules::may_manage, {"Rename or move a team", {"team"}},
             [&commands, tree_changed](const Request& request,
                                       const ChangeTeam& wish) -> Result<Answer<Team>> {
               const auto id = TRY(request.path_id<TeamId>("id"));
               const auto version = request.seen_version();
               auto answer = commands.run(request, [&](Work& work) -> Result<Answer<Team>> {
                 const Team team = TRY(change_team(work, id, version, wish));
                 return Answer<Team>::versioned(team, team.version);
               });
               if (answer) tree_changed();
               return answer;
             })
      .versioned();
  router
      .del("/api/teams/{id}", rules::may_manage, {"Delete an empty team", {"team"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<TeamId>("id"));
             const auto version = request.seen_version();
             return commands.run(request, [&](Work& work) -> Result<http::Reply> {
               TRY(delete_team(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
}

}  // namespace

void add_team_routes(http::Router& router, CommandRunner& commands, Passwords& passwords,
                     Sessions& sessions, const BringRecords& bring_records) {
  add_user_routes(router, commands, passwords, sessions, bring_records);
  add_routes_of_teams(router, commands, sessions);
}

}  // namespace stagecoach::sales

#include "sales/team/second_factor/second_factor_routes.h"

#include <algorithm>

#include "sales/team/rules_of_trust.h"
#include "sales/team/second_factor/second_factor_commands.h"
#include "sales/team/second_factor/second_factor_store.h"
#include "sales/team/sign_in/welcome.h"

namespace stagecoach::sales {

struct MySecondFactor {
  bool enabled = false;
  bool required = false;  // of one's role
  std::int64_t recovery_codes_left = 0;
};
BOOST_DESCRIBE_STRUCT(MySecondFactor, (), (enabled, required, recovery_codes_left))

struct RequireSecondFactor {
  std::vector<Role> roles;
};
BOOST_DESCRIBE_STRUCT(RequireSecondFactor, (), (roles))
constexpr auto json_rules(const RequireSecondFactor*) {
  return std::array{json::Rule("roles").items(0, 4)};
}

struct SecondFactors {
  std::vector<Role> roles;       // that must have one
  std::vector<UserId> user_ids;  // who has one
};
BOOST_DESCRIBE_STRUCT(SecondFactors, (), (roles, user_ids))

namespace {

using http::Answer;
using http::Request;

SecondFactors second_factors(db::Connection& connection) {
  return {roles_that_need_one(connection), people_with_second_factor(connection)};
}

// None keeps its answer for a repeated key: they hold secrets, or are the same when repeated.
void add_own_routes(http::Router& router, SignInDesk& desk) {
  router.get("/api/me/second-factor", rules::in_person, {"Whether I have one", {"team"}},
             [&desk](const Request& request) -> Result<MySecondFactor> {
               const Viewer& viewer = viewer_of(*request.identity());
               return desk.commands.database().read([&](db::Connection& connection) {
                 return MySecondFactor{has_second_factor(connection, viewer.user),
                                       needs_second_factor(connection, viewer.role),
                                       count_recovery_codes(connection, viewer.user)};
               });
             });
  router
      .post("/api/me/second-factor", rules::in_person,
            {"Begin with a second factor; the answer shows its key for the only time", {"team"}},
            [&desk](const Request& request,
                    const StartSecondFactor& wish) -> Result<Answer<NewSecondFactor>> {
              return Answer<NewSecondFactor>::created(TRY(start_second_factor(
                  desk, viewer_of(*request.identity()), wish, caller_of(request))));
            })
      .without_key();
  router
      .post("/api/me/second-factor/confirmation", rules::in_person,
            {"Put it in force by a code; the answer shows recovery codes for the only time",
             {"team"}},
            [&desk](const Request& request,
                    const ConfirmSecondFactor& wish) -> Result<Answer<RecoveryCodes>> {
              return Answer<RecoveryCodes>::created(TRY(confirm_second_factor(
                  desk, viewer_of(*request.identity()), wish, caller_of(request))));
            })
      .without_key();
  router
      .post("/api/me/second-factor/removal", rules::in_person,
            {"Give it up, with password and code", {"team"}},
            [&desk](const Request& request, const RemoveSecondFactor& wish) -> Result<void> {
              return remove_second_factor(desk, viewer_of(*request.identity()), wish,
                                          caller_of(request));
            })
      .without_key();
}

void add_owner_routes(http::Router& router, SignInDesk& desk) {
  router.get("/api/second-factors", rules::may_administer_in_person,
             {"Which roles must have a second factor, and who has one", {"team"}},
             [&desk](const Request&) -> Result<SecondFactors> {
               return desk.commands.database().read(
                   [](db::Connection& connection) { return second_factors(connection); });
             });
  router
      .put("/api/second-factors", rules::may_administer_in_person,
           {"Set which roles must have a second factor", {"team"}},
           [&desk](const Request& request,
                   const RequireSecondFactor& wish) -> Result<SecondFactors> {
             auto now = desk.commands.run(viewer_of(*request.identity()),
                                          [&](journal::Work& work) -> Result<SecondFactors> {
                                            require_second_factor(work, wish.roles);
                                            return second_factors(work.tx);
                                          });
             // Open streams of those who have none end here; they ask again and are refused.
             if (now)
               desk.sessions.tell_over([held = *now](const Viewer& viewer) {
                 const auto has = [](const auto& list, const auto& value) {
                   return std::find(list.begin(), list.end(), value) != list.end();
                 };
                 return has(held.roles, viewer.role) && !has(held.user_ids, viewer.user);
               });
             return now;
           })
      .without_key();
  router
      .del("/api/users/{id}/second-factor", rules::may_administer_in_person,
           {"Take away the second factor of somebody who lost it", {"team"}},
           [&desk](const Request& request) -> Result<void> {
             const auto id = TRY(request.path_id<UserId>("id"));
             return desk.commands.run(viewer_of(*request.identity()), [&](journal::Work& work) {
               return reset_second_factor(work, id);
             });
           })
      .without_key();
}

}  // namespace

void add_second_factor_routes(http::Router& router, SignInDesk& desk) {
  add_own_routes(router, desk);
  add_owner_routes(router, desk);
}

}  // namespace stagecoach::sales

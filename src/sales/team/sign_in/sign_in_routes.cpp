#include "sales/team/sign_in/sign_in_routes.h"

#include "sales/team/rules.h"
#include "sales/team/sign_in/welcome.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {

struct SetUpState {
  bool needed = false;
};
BOOST_DESCRIBE_STRUCT(SetUpState, (), (needed))

struct TokenView {
  TokenId id;
  std::string name;
  std::vector<std::string> scopes;
  Instant created_at;
  Date expires_on;
};
BOOST_DESCRIBE_STRUCT(TokenView, (), (id, name, scopes, created_at, expires_on))

struct TokenList {
  std::vector<TokenView> items;
};
BOOST_DESCRIBE_STRUCT(TokenList, (), (items))

struct CreatedToken : TokenView {
  std::string token;
};
BOOST_DESCRIBE_STRUCT(CreatedToken, (TokenView), (token))

namespace {

using http::Answer;
using http::Reply;
using http::Request;

TokenView view_of(const Token& token) {
  return {token.id, token.name, token.scopes, token.created_at,
          date_of(token.expires_at) - std::chrono::days(1)};
}

void add_set_up_routes(http::Router& router, SignInDesk& desk) {
  router.get("/api/setup", rules::anyone,
             {"Whether this workspace still has to be set up", {"team"}},
             [&desk](const Request&) -> Result<SetUpState> {
               return SetUpState{needs_set_up(desk.commands.database())};
             });
  router.post("/api/setup", rules::anyone,
              {"Make the organisation and its first owner, and sign him in", {"team"}},
              [&desk](const Request& request, const SetUp& wish) -> Result<Answer<Me>> {
                const UserId owner = TRY(set_up(desk, wish));
                const Admitted in = TRY(admit(desk, owner, caller_of(request)));
                return welcome(desk, request, in.user, in.secret, 201);
              });
}

void add_session_routes(http::Router& router, SignInDesk& desk) {
  router
      .post("/api/session", rules::anyone, {"Sign in", {"team"}},
            [&desk](const Request& request, const SignInWith& with) -> Result<Answer<Me>> {
              const Admitted in = TRY(sign_in(desk, with, caller_of(request)));
              return welcome(desk, request, in.user, in.secret, 200);
            })
      .doc.success = 200;
  router
      .del("/api/session", rules::in_person, {"Sign out", {"team"}, {}, {}, {}, {}, 204},
           [&desk](const Request& request) -> Result<Reply> {
             sign_out(desk, viewer_of(*request.identity()));
             return Reply::no_content().header("Set-Cookie", desk.sessions.cookie(request, ""));
           })
      .without_key();
}

void add_me_routes(http::Router& router, SignInDesk& desk) {
  router.get(
      "/api/me", rules::signed_in, {"Who I am and what I may do", {"team"}},
      [&desk](const Request& request) -> Result<Answer<Me>> {
        const Viewer& viewer = viewer_of(*request.identity());
        return desk.commands.database().read([&](db::Connection& connection) -> Result<Answer<Me>> {
          auto user = find_user(connection, viewer.user);
          if (!user) return no_such_record();
          const std::int64_t version = user->version;
          return Answer<Me>::versioned(me_from(connection, *std::move(user), viewer.permissions),
                                       version);
        });
      });
  router
      .patch(
          "/api/me", rules::in_person,
          {"Change my name, language or password; a new password ends my other sessions", {"team"}},
          [&desk](const Request& request, const ChangeMe& wish) -> Result<Answer<Me>> {
            const Viewer& viewer = viewer_of(*request.identity());
            const auto version = TRY(request.if_match());
            const ChangedMe changed =
                TRY(change_me(desk, viewer, wish, version, caller_of(request)));
            if (changed.secret) return welcome(desk, request, changed.user, *changed.secret, 200);
            const Me me = desk.commands.database().read([&](db::Connection& connection) {
              return me_from(connection, changed.user, viewer.permissions);
            });
            return Answer<Me>::versioned(me, changed.user.version);
          })
      .without_key();
}

void add_token_routes(http::Router& router, SignInDesk& desk) {
  router.get("/api/tokens", rules::in_person, {"My API tokens, without their secrets", {"team"}},
             [&desk](const Request& request) -> Result<TokenList> {
               const Instant now = desk.commands.clock().now();
               const UserId user = viewer_of(*request.identity()).user;
               return desk.commands.database().read([&](db::Connection& connection) {
                 TokenList list;
                 for (const Token& token : list_tokens(connection, user, now))
                   list.items.push_back(view_of(token));
                 return list;
               });
             });
  // Not kept for a repeated Idempotency-Key: the answer holds the secret, which is stored nowhere.
  router
      .post(
          "/api/tokens", rules::in_person,
          {"Make an API token; the answer shows it for the only time", {"team"}},
          [&desk](const Request& request, const CreateToken& wish) -> Result<Answer<CreatedToken>> {
            NewToken made = TRY(create_token(desk, viewer_of(*request.identity()), wish));
            CreatedToken view{view_of(made.token), std::move(made.secret)};
            return Answer<CreatedToken>::created(view,
                                                 "/api/tokens/" + std::to_string(view.id.value));
          })
      .without_key();
  router
      .del("/api/tokens/{id}", rules::in_person, {"Revoke one of my API tokens", {"team"}},
           [&desk](const Request& request) -> Result<void> {
             const auto id = TRY(request.path_id<TokenId>("id"));
             return revoke_token(desk, viewer_of(*request.identity()), id);
           })
      .without_key();
}

}  // namespace

void add_sign_in_routes(http::Router& router, SignInDesk& desk) {
  add_set_up_routes(router, desk);
  add_session_routes(router, desk);
  add_me_routes(router, desk);
  add_token_routes(router, desk);
}

}  // namespace stagecoach::sales

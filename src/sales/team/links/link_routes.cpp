#include "sales/team/links/link_routes.h"

#include "sales/team/links/link_commands.h"
#include "sales/team/rules_of_trust.h"
#include "sales/team/sign_in/welcome.h"

namespace stagecoach::sales {

// Shown once, to whoever hands it on. The secret stands behind a '#', which no browser sends.
struct MadeLink : SignInLink {
  User user;
  std::string path;
};
BOOST_DESCRIBE_STRUCT(MadeLink, (SignInLink), (user, path))

struct SignInLinkList {
  std::vector<SignInLink> items;
};
BOOST_DESCRIBE_STRUCT(SignInLinkList, (), (items))

namespace {

using http::Answer;
using http::Request;

Answer<MadeLink> shown(const NewLink& made) {
  return Answer<MadeLink>::created({made.link, made.user, "/join#" + made.secret},
                                   "/api/users/" + std::to_string(made.user.id.value));
}

// Answers that hold a secret are not kept for a repeated Idempotency-Key: it is stored nowhere.
void add_making_routes(http::Router& router, SignInDesk& desk) {
  router
      .post("/api/invitations", rules::may_manage_in_person,
            {"Invite somebody; the answer shows the link for the only time", {"team"}},
            [&desk](const Request& request, const Invite& wish) -> Result<Answer<MadeLink>> {
              const NewLink made =
                  TRY(desk.commands.run(viewer_of(*request.identity()), [&](journal::Work& work) {
                    return invite(work, wish, desk.link_lives);
                  }));
              return shown(made);
            })
      .without_key();
  router
      .post("/api/users/{id}/sign-in-link", rules::may_manage_in_person,
            {"Renew an invitation, or make a link by which somebody sets a new password", {"team"}},
            [&desk](const Request& request) -> Result<Answer<MadeLink>> {
              const auto id = TRY(request.path_id<UserId>("id"));
              const NewLink made =
                  TRY(desk.commands.run(viewer_of(*request.identity()), [&](journal::Work& work) {
                    return make_link(work, id, desk.link_lives);
                  }));
              return shown(made);
            })
      .without_key();
  router
      .del("/api/users/{id}/sign-in-link", rules::may_manage_in_person,
           {"Withdraw an invitation or a link for a new password", {"team"}},
           [&desk](const Request& request) -> Result<void> {
             const auto id = TRY(request.path_id<UserId>("id"));
             return desk.commands.run(viewer_of(*request.identity()),
                                      [&](journal::Work& work) { return withdraw_link(work, id); });
           })
      .without_key();
  router.get("/api/sign-in-links", rules::may_manage_in_person,
             {"Invitations and links that were not used yet, without their secrets", {"team"}},
             [&desk](const Request& request) -> Result<SignInLinkList> {
               return desk.commands.database().read([&](db::Connection& connection) {
                 return SignInLinkList{links_for(connection, viewer_of(*request.identity()))};
               });
             });
}

// For whoever holds a link. The secret comes in the body: a path ends up in logs.
void add_using_routes(http::Router& router, SignInDesk& desk) {
  router
      .post("/api/sign-in-links/looks", rules::anyone, {"What a link is for", {"team"}},
            [&desk](const Request& request, const OpenLink& wish) -> Result<OpenedLink> {
              return open_link(desk, wish, caller_of(request));
            })
      .doc.success = 200;
  router
      .post("/api/sign-in-links/uses", rules::anyone,
            {"Use a link: set the password and sign in", {"team"}},
            [&desk](const Request& request, const UseLink& wish) -> Result<Answer<Me>> {
              const Admitted in = TRY(use_link(desk, wish, caller_of(request)));
              return welcome(desk, request, in.user, in.secret, 200);
            })
      .doc.success = 200;
}

}  // namespace

void add_link_routes(http::Router& router, SignInDesk& desk) {
  add_making_routes(router, desk);
  add_using_routes(router, desk);
}

}  // namespace stagecoach::sales

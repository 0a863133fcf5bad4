#include "sales/team/roles/role_routes.h"

#include "sales/team/roles/role_commands.h"
#include "sales/team/rules_of_trust.h"

namespace stagecoach::sales {

struct RoleList {
  std::vector<DefinedRole> items;
  std::vector<std::string> permissions;  // every one that there is, in the order of the matrix
};
BOOST_DESCRIBE_STRUCT(RoleList, (), (items, permissions))

namespace {

using http::Answer;
using http::Request;
using journal::CommandRunner;
using journal::Work;

}  // namespace

void add_role_routes(http::Router& router, CommandRunner& commands, const Sessions& sessions) {
  router.get("/api/roles", rules::signed_in, {"The roles, and what each may do", {"team"}},
             [&commands](const Request&) -> Result<RoleList> {
               return commands.database().read([](db::Connection& connection) {
                 return RoleList{list_roles(connection), names_of(Permissions::all())};
               });
             });
  router.post(
      "/api/roles", rules::may_administer_in_person, {"Make a role as a copy of another", {"team"}},
      [&commands](const Request& request, const CreateRole& wish) -> Result<Answer<DefinedRole>> {
        return commands.run(request, [&](Work& work) -> Result<Answer<DefinedRole>> {
          const DefinedRole role = TRY(create_role(work, wish));
          auto answer = Answer<DefinedRole>::created(role);
          answer.etag(role.version);
          return answer;
        });
      });
  router
      .patch("/api/roles/{id}", rules::may_administer_in_person,
             {"Change what a role may do; at once, for everybody who has it", {"team"}},
             [&commands, &sessions](const Request& request,
                                    const ChangeRole& wish) -> Result<Answer<DefinedRole>> {
               const auto id = TRY(request.path_id<RoleId>("id"));
               const auto version = request.seen_version();
               std::string key;
               auto answer = commands.run(request, [&](Work& work) -> Result<Answer<DefinedRole>> {
                 const DefinedRole role = TRY(change_role(work, id, version, wish));
                 key = role.key;
                 return Answer<DefinedRole>::versioned(role, role.version);
               });
               // Open streams of these people go by what they might before.
               if (answer)
                 sessions.tell_over([key](const Viewer& viewer) { return viewer.role_key == key; });
               return answer;
             })
      .versioned();
  router
      .del("/api/roles/{id}", rules::may_administer_in_person,
           {"Delete a role that nobody has", {"team"}},
           [&commands](const Request& request) -> Result<http::Reply> {
             const auto id = TRY(request.path_id<RoleId>("id"));
             const auto version = request.seen_version();
             return commands.run(request, [&](Work& work) -> Result<http::Reply> {
               TRY(delete_role(work, id, version));
               return http::Reply::no_content();
             });
           })
      .versioned();
}

}  // namespace stagecoach::sales

#include "sales/team/sign_in/welcome.h"

#include "sales/team/roles/role_store.h"
#include "sales/team/second_factor/second_factor_store.h"

namespace stagecoach::sales {

Me me_from(db::Connection& connection, User user, Permissions permissions) {
  Me me{std::move(user), find_organization(connection).value_or(Organization()), {}, false};
  me.must_enrol =
      needs_second_factor(connection, me.user.role) && !has_second_factor(connection, me.user.id);
  for (const PermissionName& entry : kPermissionNames)
    if (permissions.has(entry.permission)) me.permissions.emplace_back(entry.name);
  return me;
}

Caller caller_of(const http::Request& request) {
  return {std::string(request.remote_address()),
          std::string(request.header("User-Agent").value_or(""))};
}

http::Answer<Me> welcome(SignInDesk& desk, const http::Request& request, const User& user,
                         std::string_view secret, int status) {
  const Me me = desk.commands.database().read([&](db::Connection& connection) {
    const RoleRights rights = rights_of(list_roles(connection), user);
    return me_from(connection, user, permissions_of(rights, user.visibility));
  });
  return http::Answer<Me>::of(http::Reply::ok(me)
                                  .status(status)
                                  .etag(user.version)
                                  .header("Set-Cookie", desk.sessions.cookie(request, secret)));
}

}  // namespace stagecoach::sales

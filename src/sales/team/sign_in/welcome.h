// What somebody gets who just proved who he is: himself, and the cookie that keeps him in.
#pragma once

#include <string>
#include <vector>

#include "platform/http/request.h"
#include "sales/team/sign_in/sign_in.h"

namespace stagecoach::sales {

// What the browser needs to know before it draws anything.
struct Me {
  User user;
  Organization organization;
  std::vector<std::string> permissions;
  bool must_enrol = false;  // nothing else is open to him before he has a second factor
};
BOOST_DESCRIBE_STRUCT(Me, (), (user, organization, permissions, must_enrol))

Me me_from(db::Connection& connection, User user, Permissions permissions);

Caller caller_of(const http::Request& request);

http::Answer<Me> welcome(SignInDesk& desk, const http::Request& request, const User& user,
                         std::string_view secret, int status);

}  // namespace stagecoach::sales

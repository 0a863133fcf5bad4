// Looking up the organisation, its people and its teams: what other nouns may ask.
#pragma once

#include <boost/describe/class.hpp>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/money.h"
#include "platform/db/connection.h"
#include "sales/team/user.h"

namespace stagecoach::sales {

struct Organization {
  std::string name;
  Currency currency;
  std::string time_zone;  // "Asia/Shanghai"
  Lang lang = Lang::en;
};
BOOST_DESCRIBE_STRUCT(Organization, (), (name, currency, time_zone, lang))

// nullopt before the set-up.
std::optional<Organization> find_organization(db::Connection& connection);

std::optional<User> find_user(db::Connection& connection, UserId id);
// By the folded e-mail address (identity_keys.h).
std::optional<User> find_user_by_email(db::Connection& connection, std::string_view email_key);
// By the folded name; of several, an active one and then the one known longest.
std::optional<User> find_user_by_name(db::Connection& connection, std::string_view name_key);
// Those of `ids` that exist, in one query.
std::vector<User> find_users(db::Connection& connection, const std::vector<UserId>& ids);
// In the order of their ids, behind `after`. The deactivated ones are among them.
std::vector<User> list_users(db::Connection& connection, UserId after, int limit);

// Of those of `ids` that exist, in one query.
std::map<UserId, std::string> names_of_people(db::Connection& connection,
                                              const std::vector<UserId>& ids);

std::optional<Team> find_team(db::Connection& connection, TeamId id);
// By folded name among the teams below `parent`; none = those at the top.
std::optional<Team> find_team_by_name(db::Connection& connection, std::string_view name_key,
                                      std::optional<TeamId> parent);
// In the order of their ids, without the deleted ones.
std::vector<Team> list_teams(db::Connection& connection);

}  // namespace stagecoach::sales

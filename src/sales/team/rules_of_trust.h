// The rules of what hands out a way in, or tells what others did; rules.h has the others.
#pragma once

#include "sales/team/rules.h"

namespace stagecoach::sales::rules {

// Manages people, and not by an API token: invitations and other links that let somebody in.
inline constexpr http::Rule may_manage_in_person{"may_manage_in_person",
                                                 [](const http::Identity& identity) {
                                                   return may_manage.allows(identity) &&
                                                          in_person.allows(identity);
                                                 },
                                                 true};

// Administers, and not by an API token: other people's sessions and second factors.
inline constexpr http::Rule may_administer_in_person{"may_administer_in_person",
                                                     [](const http::Identity& identity) {
                                                       return may_administer.allows(identity) &&
                                                              in_person.allows(identity);
                                                     },
                                                     true};

// Who did what: owner, manager (of his records and people).
inline constexpr http::Rule may_audit{"may_audit", has_permission<Permission::audit_read>, true};

}  // namespace stagecoach::sales::rules

// /api/accounts, /api/contacts, /api/products.
#pragma once

#include "journal/commands.h"
#include "platform/http/router.h"
#include "sales/accounts/account_commands.h"

namespace stagecoach::sales {

// `commands` must outlive the router.
void add_account_routes(http::Router& router, journal::CommandRunner& commands,
                        const ContactFollowUp& follow_up);

}  // namespace stagecoach::sales

// Whether accounts, contacts and products are what their events made of them.
#pragma once

#include "journal/audit.h"

namespace stagecoach::sales {

// Compares each record with the one its newest event tells of.
void audit_accounts(db::Connection& connection, journal::Audit& audit);

}  // namespace stagecoach::sales

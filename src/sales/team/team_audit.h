// Whether people are who the journal says: above all, whether nobody gave himself rights by hand.
#pragma once

#include "journal/audit.h"

namespace stagecoach::sales {

// Compares name, address, role, visibility, team and state of every person with his events.
void audit_people(db::Connection& connection, journal::Audit& audit);

}  // namespace stagecoach::sales

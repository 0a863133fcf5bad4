// Whether the deals are what their events made of them.
#pragma once

#include "journal/audit.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// Rebuilds each deal from its events and compares: every field people edit, the stage and since
// when, the episode, whether it is closed or deleted; then the kept totals with a recount.
void audit_deals(db::Connection& connection, const Pipelines& pipelines, journal::Audit& audit);

}  // namespace stagecoach::sales

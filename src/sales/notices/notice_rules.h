// Whom an event concerns.
#pragma once

#include <span>
#include <vector>

#include "sales/notices/notice.h"
#include "sales/pipeline/pipeline_catalog.h"

namespace stagecoach::sales {

// Whether an event of this kind can concern anybody.
bool may_concern(const journal::Event& event);

// Who is to be told of these events, in their order; nobody of his own acts. An approval is told to
// those who are to answer it by the rule, to whoever stands in for them at `now`, and to the owners
// only where there is nobody else. Of records that are handed over together one notice tells, and
// none of what was imported.
std::vector<NewNotice> notices_of(db::Connection& connection, const Pipelines& pipelines,
                                  std::span<const journal::Event> events, Instant now);

}  // namespace stagecoach::sales

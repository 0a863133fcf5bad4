// Why an open deal wants somebody's attention: five questions, each with a clock of its own.
//
// Pure, so that the list of the day, the deal page and the filters of a list give the same answer.
// The conditions in SQL are in views/concern_filter.h.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <vector>

#include "sales/deals/gate/stage_age.h"

namespace stagecoach::sales {

// From the most urgent to the least.
enum class ConcernKind {
  overdue,        // its next step is past due
  due_today,      // its next step is due before the end of the day
  no_next_step,   // it has none
  over_standard,  // it has been in its stage for longer than the standard
  idle,           // nobody has done anything with the customer for longer than the pipeline allows
};
BOOST_DESCRIBE_ENUM(ConcernKind, overdue, due_today, no_next_step, over_standard, idle)

// `since`: when the step is or was due (overdue, due_today), when the stage was entered
// (over_standard), when something last happened (no_next_step, idle).
struct Concern {
  ConcernKind kind = ConcernKind::overdue;
  Instant since;
  bool operator==(const Concern&) const = default;
};
BOOST_DESCRIBE_STRUCT(Concern, (), (kind, since))

// When something last happened to the deal itself: an activity done, a stage entered. Edits of
// fields do not count: typing is not selling.
Instant touched_at(const Deal& deal);

// The most urgent first; empty for a deal that is closed, on hold or deleted, and for one that has
// its next step in the future and all its clocks within their limits.
std::vector<Concern> concerns_of(const Deal& deal, const Pipeline& pipeline,
                                 const StageClock& clock);

}  // namespace stagecoach::sales

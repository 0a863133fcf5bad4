// The first hour: a short list of what a newcomer does once, on his own deals. A step counts when
// it really happened, wherever it was done: most are taken from the journal, and that something was
// looked at is said by the page.
#pragma once

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "journal/event.h"
#include "sales/deals/deal.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

enum class TourStep { open_deal, next_step, log_call, pass_gate, read_cycle, invite, set_standard };
BOOST_DESCRIBE_ENUM(TourStep, open_deal, next_step, log_call, pass_gate, read_cycle, invite,
                    set_standard)

struct TourStepView {
  TourStep step = TourStep::open_deal;
  bool done = false;
};
BOOST_DESCRIBE_STRUCT(TourStepView, (), (step, done))

struct TourDeal {
  DealId id;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(TourDeal, (), (id, name))

struct Tour {
  bool dismissed = false;
  std::vector<TourStepView> steps;  // those that this person can do, in their order
  std::optional<TourDeal> deal;     // an open one to begin with: his own, else one that he sees
};
BOOST_DESCRIBE_STRUCT(Tour, (), (dismissed, steps, deal))

std::vector<TourStep> tour_steps_for(const Viewer& viewer);

// What its actor did by this event; nullopt: no step of the tour.
std::optional<TourStep> tour_step_of(const journal::Event& event);

}  // namespace stagecoach::sales

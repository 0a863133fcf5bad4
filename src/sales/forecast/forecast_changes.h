// How the open deals due in a period came to be what they are since some day: each deal's share,
// in steps that have a name, so that the steps of all deals lead exactly from then to now.
//
// Pure, safe from any thread.
#pragma once

#include <boost/describe/enum.hpp>
#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "journal/event.h"
#include "sales/deals/deal_events.h"
#include "sales/forecast/forecast_period.h"

namespace stagecoach::sales {

// A deal as it stood at one moment. A day that is not known lies after every period.
struct DealStanding {
  bool unborn = false;   // it did not exist yet
  bool deleted = false;  //
  StageKind status = StageKind::open;
  std::optional<Date> expected_close;
  std::int64_t minor = 0;  // in the currency asked for; 0 where it has none
  bool closed_in_period = false;

  bool operator==(const DealStanding&) const = default;
};

enum class ForecastMove {
  new_,
  pulled_in,   // its date came nearer, into the period
  pushed_in,   // it was due before the period
  returned,    // reopened, restored, or no longer on hold
  grown,       //
  shrunk,      //
  won,         //
  lost,        //
  pushed_out,  // its date went beyond the period, or nobody knows it any more
  pulled_out,  // it is due before the period now
  left,        // put on hold, or deleted
};
BOOST_DESCRIBE_ENUM(ForecastMove, new_, pulled_in, pushed_in, returned, grown, shrunk, won, lost,
                    pushed_out, pulled_out, left)

struct ForecastStep {
  ForecastMove kind = ForecastMove::new_;
  std::int64_t minor = 0;  // negative where the period loses it
  bool operator==(const ForecastStep&) const = default;
};

// Whether it is open and due in the period.
bool is_due(const DealStanding& standing, const ForecastPeriod& period);

// The steps from `before` to `after`; they sum to what it is worth to the period then, less now. A
// deal that came and was won in between takes two, which cancel out.
std::vector<ForecastStep> steps_between(const DealStanding& before, const DealStanding& after,
                                        const ForecastPeriod& period);

// The moves that others undid, by the number of their event.
using MovesByEvent = std::map<journal::Seq, DealMoved>;

// Makes of how a deal stood after an event how it stood before. Events are taken back newest first.
// Other kinds of events change nothing.
void take_back(DealStanding& standing, std::string_view kind, std::string_view data,
               Currency currency, const MovesByEvent& moves);

}  // namespace stagecoach::sales

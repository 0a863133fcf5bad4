// How long a deal has been in its stage, against the stage's standard.
#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "platform/base/business_calendar.h"
#include "sales/deals/deal.h"

namespace stagecoach::sales {

// In the unit of the stage's standard; business days where the stage has none. Whole units, rounded
// down, so that a deal is over its standard only when the whole time has passed.
struct StageAge {
  std::int64_t elapsed = 0;
  std::optional<int> standard;
  StandardUnit unit = StandardUnit::business_days;
  bool over = false;
  Instant since;
};
BOOST_DESCRIBE_STRUCT(StageAge, (), (elapsed, standard, unit, over, since))

// Reads the calendar as of one moment; made per request, used by one thread.
class StageClock {
 public:
  StageClock(std::shared_ptr<const BusinessCalendar> calendar, Instant now)
      : calendar_(std::move(calendar)), now_(now) {}

  Instant now() const { return now_; }
  // The age of something that entered `stage` at `since` (and left it at `until`).
  StageAge age(const Stage& stage, Instant since, std::optional<Instant> until = {}) const;
  // A deal that entered `stage` before this instant is over the standard now. nullopt: no standard.
  std::optional<Instant> over_before(const Stage& stage) const;
  // A deal of `pipeline` that nothing has happened to since before this instant is idle. nullopt:
  // the pipeline sets no limit.
  std::optional<Instant> idle_before(const Pipeline& pipeline) const;
  // In the organisation's time zone.
  Date today() const;
  // The first instants of today and of tomorrow, in the organisation's time zone.
  Instant start_of_day() const;
  Instant end_of_day() const;

 private:
  Instant midnight(int days_from_today) const;
  // The latest instant from which all of `standard` has passed by now.
  Instant before(const Standard& standard) const;

  std::shared_ptr<const BusinessCalendar> calendar_;
  Instant now_;
};

}  // namespace stagecoach::sales

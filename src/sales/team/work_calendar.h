// The calendar by which the organisation works: its working days and hours in its time zone.
#pragma once

#include <memory>

#include "platform/base/business_calendar.h"
#include "platform/base/guarded.h"
#include "platform/db/database.h"

namespace stagecoach::sales {

// Thread-safe; outlives the routes. Until the organisation is set up its zone is unknown, and the
// calendar as configured is used.
class WorkCalendar {
 public:
  // `database` must outlive the calendar.
  WorkCalendar(db::Database& database, BusinessCalendar configured);

  std::shared_ptr<const BusinessCalendar> current() const;

 private:
  db::Database& database_;
  const std::shared_ptr<const BusinessCalendar> configured_;
  mutable Guarded<std::shared_ptr<const BusinessCalendar>> zoned_;  // empty before the set-up
};

}  // namespace stagecoach::sales

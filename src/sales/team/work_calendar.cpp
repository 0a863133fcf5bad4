#include "sales/team/work_calendar.h"

#include "sales/team/people.h"

namespace stagecoach::sales {

WorkCalendar::WorkCalendar(db::Database& database, BusinessCalendar configured)
    : database_(database),
      configured_(std::make_shared<const BusinessCalendar>(std::move(configured))) {}

std::shared_ptr<const BusinessCalendar> WorkCalendar::current() const {
  if (auto zoned = *zoned_.read()) return zoned;
  const auto organization =
      database_.read([](db::Connection& connection) { return find_organization(connection); });
  if (!organization) return configured_;
  const auto zone = TimeZone::find(organization->time_zone);
  auto made =
      zone ? std::make_shared<const BusinessCalendar>(configured_->with_zone(*zone)) : configured_;
  *zoned_.lock() = made;
  return made;
}

}  // namespace stagecoach::sales

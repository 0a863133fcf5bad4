#include "sales/deals/gate/stage_age.h"

namespace stagecoach::sales {
namespace {

constexpr std::int64_t kMinutesPerHour = 60;

Date civil_date(const BusinessCalendar& calendar, Instant t) {
  const auto day = std::chrono::floor<std::chrono::days>(calendar.zone().to_civil(t));
  return Date(day.time_since_epoch());
}

// The latest instant from which at least `minutes` business minutes have passed until `now`.
Instant minutes_before(const BusinessCalendar& calendar, Instant now, std::int64_t minutes) {
  Instant early = now - std::chrono::days(1);
  while (calendar.business_minutes(early, now) < minutes && early > now - std::chrono::days(4000))
    early = now - 2 * (now - early);
  Instant late = now;
  while (late - early > std::chrono::minutes(1)) {
    const Instant middle = early + (late - early) / 2;
    (calendar.business_minutes(middle, now) >= minutes ? early : late) = middle;
  }
  return early;
}

}  // namespace

Date StageClock::today() const {
  return civil_date(*calendar_, now_);
}

StageAge StageClock::age(const Stage& stage, Instant since, std::optional<Instant> until) const {
  const Instant end = until.value_or(now_);
  StageAge age;
  age.since = since;
  if (stage.standard) {
    age.standard = stage.standard->amount;
    age.unit = stage.standard->unit;
  }
  if (age.unit == StandardUnit::business_hours) {
    const std::int64_t minutes = calendar_->business_minutes(since, end);
    age.elapsed = minutes / kMinutesPerHour;
    age.over = age.standard && minutes > *age.standard * kMinutesPerHour;
  } else {
    age.elapsed =
        calendar_->working_days(civil_date(*calendar_, since), civil_date(*calendar_, end));
    age.over = age.standard && calendar_->add_working_days(since, *age.standard) < end;
  }
  return age;
}

Instant StageClock::before(const Standard& standard) const {
  if (standard.unit == StandardUnit::business_hours)
    return minutes_before(*calendar_, now_, standard.amount * kMinutesPerHour);
  return calendar_->add_working_days(now_, -std::int64_t{standard.amount});
}

std::optional<Instant> StageClock::over_before(const Stage& stage) const {
  if (!stage.standard) return std::nullopt;
  return before(*stage.standard);
}

std::optional<Instant> StageClock::idle_before(const Pipeline& pipeline) const {
  if (!pipeline.idle_after) return std::nullopt;
  return before(*pipeline.idle_after);
}

Instant StageClock::midnight(int days_from_today) const {
  const Date day = civil_date(*calendar_, now_) + std::chrono::days(days_from_today);
  return calendar_->zone().to_instant(Civil(day.time_since_epoch()));
}

Instant StageClock::start_of_day() const {
  return midnight(0);
}

Instant StageClock::end_of_day() const {
  return midnight(1);
}

}  // namespace stagecoach::sales

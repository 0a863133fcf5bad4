// Working days and business minutes.
//
// A calendar is data: Monday to Friday, overridden by {date, is_off_day}. So a public holiday is an
// off day and a Chinese make-up Saturday is a working one. Where a year of the span has no data,
// the count falls back to Monday to Friday and years_without_data() says so: whoever shows a figure
// adds the warning kCalendarYearsMissing.
//
// Days are counted in half-open spans [from, until). Business minutes follow the clock on the wall:
// the office opens at nine, whatever daylight saving did in the night.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "platform/base/time_zone.h"

namespace stagecoach {

inline constexpr Phrase kCalendarYearsMissing{
    "calendar.years_missing",
    "The calendar {calendar} has no holidays for {years}; Monday to Friday count as working days.",
    "日历 {calendar} 缺少 {years} 年的节假日数据,暂按周一至周五为工作日计算。"};

struct CalendarDay {
  Date date;
  bool is_off_day = true;
  auto operator<=>(const CalendarDay&) const = default;
};

// The office hours of a working day, as minutes after midnight; ascending and apart from each
// other, so that a lunch break is a gap between two spells.
struct WorkingHours {
  struct Spell {
    int from_minute = 0;
    int until_minute = 0;
    bool operator==(const Spell&) const = default;
  };
  std::vector<Spell> spells = {{9 * 60, 18 * 60}};

  // "9-18", "09:00-12:00,13:30-18:00". nullopt: unreadable, empty, overlapping or beyond the day.
  static std::optional<WorkingHours> parse(std::string_view text);
  bool operator==(const WorkingHours&) const = default;
};

// Immutable; copies share nothing mutable, so any thread may use it. Every question is answered in
// O(log n) of the overridden days, however long the span.
class BusinessCalendar {
 public:
  // Monday to Friday, and no data expected: years_without_data() is always empty.
  BusinessCalendar();
  // `days` in any order; of two entries for a date the last one holds. The years covered are the
  // years of the entries.
  BusinessCalendar(std::string name, std::vector<CalendarDay> days);

  // "weekdays" or "cn" (China: the State Council's notices, see china_holidays.cpp).
  static std::optional<BusinessCalendar> built_in(std::string_view name);
  // A file with the columns date (YYYY-MM-DD) and is_off_day (true/false or 1/0), in that order,
  // with or without a header. Error::Code::invalid names the line.
  static Result<BusinessCalendar> from_csv(std::string name, std::string_view text);

  const std::string& name() const { return name_; }

  BusinessCalendar with_zone(TimeZone zone) const;
  BusinessCalendar with_hours(WorkingHours hours) const;
  const TimeZone& zone() const { return zone_; }
  const WorkingHours& hours() const { return hours_; }
  int minutes_per_day() const;

  // ---- days ----
  bool is_working_day(Date day) const;
  // Working days in [from, until); negative where until < from.
  std::int64_t working_days(Date from, Date until) const;
  // The n-th working day after `from` (n > 0) or before it (n < 0); `from` itself for 0.
  Date add_working_days(Date from, std::int64_t n) const;
  // The same on the civil date, keeping the time of day: when a standard of n days is used up.
  Instant add_working_days(Instant from, std::int64_t n) const;
  // Years touched by [from, until) that lack data, ascending.
  std::vector<int> years_without_data(Date from, Date until) const;

  // ---- minutes ----
  // Whole business minutes in [from, until); negative where until < from.
  std::int64_t business_minutes(Instant from, Instant until) const;
  std::int64_t business_minutes(Civil from, Civil until) const;
  // The earliest instant at which `minutes` (>= 0) business minutes have passed since `from`.
  Instant add_business_minutes(Instant from, std::int64_t minutes) const;

 private:
  struct Override {
    Date date;
    bool is_off_day;
    std::int64_t shift_before;  // by how much the days before this one differ from Monday to Friday
  };

  std::int64_t days_before(Date day) const;  // working days before it, from a fixed origin
  Date working_day_at(std::int64_t before) const;
  std::int64_t business_millis(Civil t) const;  // business time before it, likewise
  Civil civil_after(std::int64_t business_millis) const;

  std::string name_;
  std::vector<Override> overrides_;  // ascending; only those that differ from Monday to Friday
  std::int64_t shift_total_ = 0;
  std::vector<int> years_;  // ascending; with data
  bool expects_data_ = false;
  TimeZone zone_;
  WorkingHours hours_;
};

// China's public holidays and make-up working days, ascending.
std::span<const CalendarDay> china_holidays();

// "2023, 2027" for the warning above.
std::string join_years(std::span<const int> years);

}  // namespace stagecoach

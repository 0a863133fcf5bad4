// The arrangements of public holidays that the General Office of the State Council publishes each
// autumn for the coming year. Sources: 国办发明电〔2023〕7号 (2024), 国办发明电〔2024〕12号 (2025)
// and the notice of 4 November 2025 (2026). Add a year when its notice is out; never guess one.
#include <algorithm>
#include <vector>

#include "platform/base/business_calendar.h"

namespace stagecoach {
namespace {

enum class Kind { off, make_up };

// A run of days of one kind, both ends included.
struct Run {
  int year;
  unsigned month, day;
  unsigned until_month, until_day;
  Kind kind = Kind::off;
};

constexpr Run on_work(int year, unsigned month, unsigned day) {
  return {year, month, day, month, day, Kind::make_up};
}

constexpr Run kRuns[] = {
    // 2024: New Year, Spring Festival, Qingming, Labour Day, Dragon Boat, Mid-Autumn, National Day.
    {2024, 1, 1, 1, 1},
    {2024, 2, 10, 2, 17},
    on_work(2024, 2, 4),
    on_work(2024, 2, 18),
    {2024, 4, 4, 4, 6},
    on_work(2024, 4, 7),
    {2024, 5, 1, 5, 5},
    on_work(2024, 4, 28),
    on_work(2024, 5, 11),
    {2024, 6, 10, 6, 10},
    {2024, 9, 15, 9, 17},
    on_work(2024, 9, 14),
    {2024, 10, 1, 10, 7},
    on_work(2024, 9, 29),
    on_work(2024, 10, 12),
    // 2025: National Day and Mid-Autumn together.
    {2025, 1, 1, 1, 1},
    {2025, 1, 28, 2, 4},
    on_work(2025, 1, 26),
    on_work(2025, 2, 8),
    {2025, 4, 4, 4, 6},
    {2025, 5, 1, 5, 5},
    on_work(2025, 4, 27),
    {2025, 5, 31, 6, 2},
    {2025, 10, 1, 10, 8},
    on_work(2025, 9, 28),
    on_work(2025, 10, 11),
    // 2026
    {2026, 1, 1, 1, 3},
    on_work(2026, 1, 4),
    {2026, 2, 15, 2, 23},
    on_work(2026, 2, 14),
    on_work(2026, 2, 28),
    {2026, 4, 4, 4, 6},
    {2026, 5, 1, 5, 5},
    on_work(2026, 5, 9),
    {2026, 6, 19, 6, 21},
    {2026, 9, 25, 9, 27},
    {2026, 10, 1, 10, 7},
    on_work(2026, 9, 20),
    on_work(2026, 10, 10),
};

Date date(int year, unsigned month, unsigned day) {
  return Date(std::chrono::year(year) / std::chrono::month(month) / std::chrono::day(day));
}

std::vector<CalendarDay> expand() {
  std::vector<CalendarDay> days;
  for (const Run& run : kRuns) {
    const Date last = date(run.year, run.until_month, run.until_day);
    for (Date at = date(run.year, run.month, run.day); at <= last; at += std::chrono::days(1))
      days.push_back({at, run.kind == Kind::off});
  }
  std::sort(days.begin(), days.end());
  return days;
}

}  // namespace

std::span<const CalendarDay> china_holidays() {
  static const std::vector<CalendarDay> kDays = expand();
  return kDays;
}

}  // namespace stagecoach

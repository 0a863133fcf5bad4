#include "sales/forecast/forecast_period.h"

namespace stagecoach::sales {
namespace {

using std::chrono::month;
using std::chrono::months;
using std::chrono::year;
using std::chrono::year_month;
using std::chrono::year_month_day;

constexpr int kYearMin = 1970, kYearMax = 9998;

ForecastPeriod period_from(std::string key, year_month first, int months_long) {
  const year_month after = first + months(months_long);
  return {std::move(key), Date(first / 1), Date(after / 1) - std::chrono::days(1)};
}

unsigned quarter_number(month m) {
  return (unsigned(m) - 1) / 3 + 1;
}

// A number of exactly these digits; -1 where it is none.
int digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

ForecastPeriod month_of(Date day) {
  const year_month_day at(day);
  return period_from(to_iso(day).substr(0, 7), at.year() / at.month(), 1);
}

ForecastPeriod quarter_of(Date day) {
  const year_month_day at(day);
  const unsigned quarter = quarter_number(at.month());
  return period_from(to_iso(day).substr(0, 5) + "Q" + std::to_string(quarter),
                     at.year() / month(3 * quarter - 2), 3);
}

std::optional<ForecastPeriod> find_period(std::string_view key) {
  if (key.size() != 7 || key[4] != '-') return std::nullopt;
  const int y = digits(key.substr(0, 4));
  if (y < kYearMin || y > kYearMax) return std::nullopt;
  if (key[5] == 'Q') {
    const int quarter = digits(key.substr(6));
    if (quarter < 1 || quarter > 4) return std::nullopt;
    return quarter_of(Date(year(y) / month(static_cast<unsigned>(3 * quarter)) / 1));
  }
  const int m = digits(key.substr(5));
  if (m < 1 || m > 12) return std::nullopt;
  return month_of(Date(year(y) / month(static_cast<unsigned>(m)) / 1));
}

}  // namespace stagecoach::sales

#include "platform/base/business_calendar.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace stagecoach {
namespace {

using std::chrono::days;

constexpr Phrase kCalendarLineWrong{
    "calendar.line_wrong",
    "Line {line} of the calendar is not a date and true or false: \"{text}\".",
    "日历第 {line} 行不是“日期,true/false”的格式:“{text}”。"};
constexpr Phrase kCalendarEmpty{"calendar.empty", "The calendar holds no day.",
                                "日历中没有任何日期。"};

constexpr std::int64_t kMillisPerMinute = 60'000;

// A Monday; the origin of all counts.
constexpr Date kOrigin = Date(std::chrono::year(1899) / 1 / 2);

std::int64_t floor_div(std::int64_t a, std::int64_t b) {
  return a / b - (a % b != 0 && (a < 0) != (b < 0) ? 1 : 0);
}

bool is_weekday(Date day) {
  return floor_div((day - kOrigin).count(), 7) * 7 + 5 > (day - kOrigin).count();
}

// Mondays to Fridays from the origin up to `day`, it excluded.
std::int64_t weekdays_before(Date day) {
  const std::int64_t count = (day - kOrigin).count();
  const std::int64_t weeks = floor_div(count, 7);
  return weeks * 5 + std::min<std::int64_t>(count - weeks * 7, 5);
}

int year_of(Date day) {
  return static_cast<int>(std::chrono::year_month_day(day).year());
}

std::string_view trim(std::string_view text) {
  const size_t first = text.find_first_not_of(" \t\r\"");
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\"") - first + 1);
}

// "9", "09:30" to minutes after midnight; 24:00 is allowed as an end.
std::optional<int> minute_of(std::string_view text) {
  const auto number = [](std::string_view digits, int max) -> std::optional<int> {
    int value = 0;
    const auto [end, status] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool is_whole = status == std::errc() && end == digits.data() + digits.size();
    if (!is_whole || digits.size() > 2 || value < 0 || value > max) return std::nullopt;
    return value;
  };
  const size_t colon = text.find(':');
  const auto hour = number(text.substr(0, colon), 24);
  const auto minute = colon == text.npos ? std::optional(0) : number(text.substr(colon + 1), 59);
  if (!hour || !minute || *hour * 60 + *minute > 24 * 60) return std::nullopt;
  return *hour * 60 + *minute;
}

}  // namespace

std::optional<WorkingHours> WorkingHours::parse(std::string_view text) {
  WorkingHours hours;
  hours.spells.clear();
  int last = 0;
  while (!text.empty()) {
    const size_t comma = text.find(',');
    const std::string_view spell = trim(text.substr(0, comma));
    text = comma == text.npos ? std::string_view() : text.substr(comma + 1);
    const size_t dash = spell.find('-');
    if (dash == spell.npos) return std::nullopt;
    const auto from = minute_of(trim(spell.substr(0, dash)));
    const auto until = minute_of(trim(spell.substr(dash + 1)));
    if (!from || !until || *from < last || *until <= *from) return std::nullopt;
    hours.spells.push_back({*from, *until});
    last = *until;
  }
  if (hours.spells.empty()) return std::nullopt;
  return hours;
}

BusinessCalendar::BusinessCalendar() : name_("weekdays") {}

BusinessCalendar::BusinessCalendar(std::string name, std::vector<CalendarDay> entries)
    : name_(std::move(name)), expects_data_(true) {
  std::map<Date, bool> by_date;
  for (const CalendarDay& entry : entries) by_date[entry.date] = entry.is_off_day;
  for (const auto& [date, is_off_day] : by_date) {
    if (years_.empty() || years_.back() != year_of(date)) years_.push_back(year_of(date));
    if (is_weekday(date) != is_off_day) continue;  // says what Monday to Friday says anyway
    overrides_.push_back({date, is_off_day, shift_total_});
    shift_total_ += is_off_day ? -1 : 1;
  }
}

std::optional<BusinessCalendar> BusinessCalendar::built_in(std::string_view name) {
  if (name == "weekdays") return BusinessCalendar();
  if (name != "cn") return std::nullopt;
  const std::span<const CalendarDay> holidays = china_holidays();
  return BusinessCalendar("cn", {holidays.begin(), holidays.end()});
}

Result<BusinessCalendar> BusinessCalendar::from_csv(std::string name, std::string_view text) {
  std::vector<CalendarDay> entries;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (int line = 1; !text.empty(); ++line) {
    const size_t end = text.find('\n');
    const std::string_view row = trim(text.substr(0, end));
    text = end == text.npos ? std::string_view() : text.substr(end + 1);
    if (row.empty() || (line == 1 && row.starts_with("date"))) continue;
    const size_t comma = row.find(',');
    const auto date = date_from_iso(trim(row.substr(0, comma)));
    const std::string_view off = comma == row.npos ? "" : trim(row.substr(comma + 1));
    const bool is_off = off == "true" || off == "1", is_on = off == "false" || off == "0";
    if (!date || (!is_off && !is_on))
      return Error(Error::Code::invalid,
                   Message(kCalendarLineWrong,
                           {{"line", std::to_string(line)}, {"text", std::string(row)}}));
    entries.push_back({*date, is_off});
  }
  if (entries.empty()) return Error(Error::Code::invalid, kCalendarEmpty);
  return BusinessCalendar(std::move(name), std::move(entries));
}

BusinessCalendar BusinessCalendar::with_zone(TimeZone zone) const {
  BusinessCalendar copy = *this;
  copy.zone_ = std::move(zone);
  return copy;
}

BusinessCalendar BusinessCalendar::with_hours(WorkingHours hours) const {
  assert(!hours.spells.empty());
  BusinessCalendar copy = *this;
  copy.hours_ = std::move(hours);
  return copy;
}

int BusinessCalendar::minutes_per_day() const {
  int minutes = 0;
  for (const WorkingHours::Spell& spell : hours_.spells)
    minutes += spell.until_minute - spell.from_minute;
  return minutes;
}

bool BusinessCalendar::is_working_day(Date day) const {
  const auto entry = std::lower_bound(overrides_.begin(), overrides_.end(), day,
                                      [](const Override& o, Date d) { return o.date < d; });
  if (entry != overrides_.end() && entry->date == day) return !entry->is_off_day;
  return is_weekday(day);
}

std::int64_t BusinessCalendar::days_before(Date day) const {
  const auto entry = std::lower_bound(overrides_.begin(), overrides_.end(), day,
                                      [](const Override& o, Date d) { return o.date < d; });
  const std::int64_t shift = entry == overrides_.end() ? shift_total_ : entry->shift_before;
  return weekdays_before(day) + shift;
}

std::int64_t BusinessCalendar::working_days(Date from, Date until) const {
  return days_before(until) - days_before(from);
}

// The working day that has `before` working days before it: the last day of which that is true.
Date BusinessCalendar::working_day_at(std::int64_t before) const {
  // days_before() never falls and rises by at most one a day. An override moves the answer by no
  // more than two days, weekends included.
  const std::int64_t slack = 7 + 2 * static_cast<std::int64_t>(overrides_.size());
  const std::int64_t guess = floor_div(before, 5) * 7;
  std::int64_t low = guess - slack, high = guess + 7 + slack;
  while (high - low > 1) {
    const std::int64_t middle = low + (high - low) / 2;
    (days_before(kOrigin + days(middle)) <= before ? low : high) = middle;
  }
  return kOrigin + days(low);
}

Date BusinessCalendar::add_working_days(Date from, std::int64_t n) const {
  if (n == 0) return from;
  return working_day_at(n > 0 ? days_before(from + days(1)) + n - 1 : days_before(from) + n);
}

Instant BusinessCalendar::add_working_days(Instant from, std::int64_t n) const {
  const Civil civil = zone_.to_civil(from);
  if (n == 0) return from;
  return zone_.to_instant(civil_at(add_working_days(date_of(civil), n), time_of_day(civil)));
}

std::vector<int> BusinessCalendar::years_without_data(Date from, Date until) const {
  std::vector<int> missing;
  if (!expects_data_ || until <= from) return missing;
  const int last = year_of(until - days(1));
  for (int year = year_of(from); year <= last; ++year)
    if (!std::binary_search(years_.begin(), years_.end(), year)) missing.push_back(year);
  return missing;
}

std::int64_t BusinessCalendar::business_millis(Civil t) const {
  const Date day = date_of(t);
  std::int64_t millis = days_before(day) * minutes_per_day() * kMillisPerMinute;
  if (!is_working_day(day)) return millis;
  const std::int64_t now = time_of_day(t).count();
  for (const WorkingHours::Spell& spell : hours_.spells) {
    const std::int64_t from = spell.from_minute * kMillisPerMinute;
    const std::int64_t until = spell.until_minute * kMillisPerMinute;
    millis += std::clamp(now, from, until) - from;
  }
  return millis;
}

std::int64_t BusinessCalendar::business_minutes(Civil from, Civil until) const {
  const std::int64_t millis = business_millis(until) - business_millis(from);
  return millis / kMillisPerMinute;
}

std::int64_t BusinessCalendar::business_minutes(Instant from, Instant until) const {
  return business_minutes(zone_.to_civil(from), zone_.to_civil(until));
}

// The earliest civil time whose business_millis() is `millis`.
Civil BusinessCalendar::civil_after(std::int64_t millis) const {
  const std::int64_t per_day = minutes_per_day() * kMillisPerMinute;
  const std::int64_t full_days = floor_div(millis - 1, per_day);  // 0 < rest <= per_day
  std::int64_t rest = millis - full_days * per_day;
  const Date day = working_day_at(full_days);
  for (const WorkingHours::Spell& spell : hours_.spells) {
    const std::int64_t length = (spell.until_minute - spell.from_minute) * kMillisPerMinute;
    if (rest <= length) return civil_at(day, Millis(spell.from_minute * kMillisPerMinute + rest));
    rest -= length;
  }
  assert(false && "a day has no more business time than its spells");
  return civil_at(day + days(1), Millis(0));
}

Instant BusinessCalendar::add_business_minutes(Instant from, std::int64_t minutes) const {
  assert(minutes >= 0);
  if (minutes == 0) return from;
  const std::int64_t start = business_millis(zone_.to_civil(from));
  return zone_.to_instant(civil_after(start + minutes * kMillisPerMinute));
}

std::string join_years(std::span<const int> years) {
  std::string out;
  for (const int year : years) {
    if (!out.empty()) out += ", ";
    out += std::to_string(year);
  }
  return out;
}

}  // namespace stagecoach

// Points in time and calendar dates.
//
// An Instant is UTC with millisecond resolution and is stored as int64 milliseconds; a Date is a
// civil day without a zone and is stored as int32 days since 1970-01-01.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stagecoach {

using Millis = std::chrono::milliseconds;
using Instant = std::chrono::sys_time<Millis>;
using Date = std::chrono::sys_days;

inline std::int64_t to_millis(Instant t) {
  return t.time_since_epoch().count();
}
inline Instant from_millis(std::int64_t ms) {
  return Instant(Millis(ms));
}
inline std::int32_t to_days(Date d) {
  return static_cast<std::int32_t>(d.time_since_epoch().count());
}
inline Date from_days(std::int32_t days) {
  return Date(std::chrono::days(days));
}
inline Date date_of(Instant t) {
  return std::chrono::floor<std::chrono::days>(t);
}

// "2017-12-31T00:00:00Z"; milliseconds are written only when they are not zero.
std::string to_iso(Instant t);
// "2017-12-31".
std::string to_iso(Date d);

// RFC 3339 with an offset or Z ("2017-12-31T08:00:00+08:00"). Nothing else: free-form dates of
// imported files are read by exchange.
std::optional<Instant> instant_from_iso(std::string_view text);
// Exactly YYYY-MM-DD, a real calendar day between years 1 and 9999.
std::optional<Date> date_from_iso(std::string_view text);

}  // namespace stagecoach

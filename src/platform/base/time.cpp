#include "platform/base/time.h"

#include <array>
#include <cstdio>

namespace stagecoach {
namespace {

// Reads exactly `count` digits at `at`; nullopt where one is missing.
std::optional<int> digits(std::string_view text, size_t at, size_t count) {
  if (text.size() < at + count) return std::nullopt;
  int value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return std::nullopt;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

// "Z", "z", "+08:00" or "-05:30" to minutes east of UTC.
std::optional<int> offset_minutes(std::string_view text) {
  if (text == "Z" || text == "z") return 0;
  if (text.size() != 6 || text[3] != ':' || (text[0] != '+' && text[0] != '-')) return std::nullopt;
  const auto hours = digits(text, 1, 2), minutes = digits(text, 4, 2);
  if (!hours || !minutes || *hours > 23 || *minutes > 59) return std::nullopt;
  const int total = *hours * 60 + *minutes;
  return text[0] == '-' ? -total : total;
}

}  // namespace

std::string to_iso(Date d) {
  const std::chrono::year_month_day ymd(d);
  std::array<char, 32> out{};
  std::snprintf(out.data(), out.size(), "%04d-%02u-%02u", static_cast<int>(ymd.year()),
                static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
  return out.data();
}

std::string to_iso(Instant t) {
  const Date day = date_of(t);
  const std::int64_t ms = (t - day).count();
  std::array<char, 32> out{};
  const int second = static_cast<int>(ms / 1000);
  if (ms % 1000 == 0)
    std::snprintf(out.data(), out.size(), "T%02d:%02d:%02dZ", second / 3600, second / 60 % 60,
                  second % 60);
  else
    std::snprintf(out.data(), out.size(), "T%02d:%02d:%02d.%03dZ", second / 3600, second / 60 % 60,
                  second % 60, static_cast<int>(ms % 1000));
  return to_iso(day) + out.data();
}

std::optional<Date> date_from_iso(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text, 0, 4), m = digits(text, 5, 2), d = digits(text, 8, 2);
  if (!y || !m || !d || *y == 0) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year(*y),
                                        std::chrono::month(static_cast<unsigned>(*m)),
                                        std::chrono::day(static_cast<unsigned>(*d))};
  if (!ymd.ok()) return std::nullopt;
  return Date(ymd);
}

std::optional<Instant> instant_from_iso(std::string_view text) {
  if (text.size() < 20 || (text[10] != 'T' && text[10] != 't' && text[10] != ' '))
    return std::nullopt;
  const auto date = date_from_iso(text.substr(0, 10));
  const auto h = digits(text, 11, 2), m = digits(text, 14, 2), s = digits(text, 17, 2);
  if (!date || !h || !m || !s || text[13] != ':' || text[16] != ':') return std::nullopt;
  if (*h > 23 || *m > 59 || *s > 60) return std::nullopt;
  size_t at = 19;
  int ms = 0;
  if (at < text.size() && text[at] == '.') {
    int scale = 100;
    size_t first = ++at;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at, scale /= 10)
      ms += (text[at] - '0') * scale;
    if (at == first) return std::nullopt;
  }
  const auto offset = offset_minutes(text.substr(at));
  if (!offset) return std::nullopt;
  return Instant(*date) + std::chrono::hours(*h) + std::chrono::minutes(*m - *offset) +
         std::chrono::seconds(*s) + Millis(ms);
}

}  // namespace stagecoach

#include "sales/calendar/ics.h"

#include <algorithm>
#include <cstdio>

#include "platform/base/time_zone.h"
#include "platform/base/utf8.h"

namespace stagecoach::sales {
namespace {

constexpr std::size_t kOctetsMax = 75;  // of a line, without its break

template <class... Args>
std::string printed(const char* format, Args... args) {
  char text[32];
  const int length = std::snprintf(text, sizeof text, format, args...);
  return {text, static_cast<std::size_t>(length)};
}

}  // namespace

IcsWriter& IcsWriter::line(std::string_view name, std::string_view value) {
  std::string whole(name);
  whole.append(":").append(value);
  std::string_view rest = whole;
  std::size_t room = kOctetsMax;
  while (rest.size() > room) {
    const std::string_view piece = truncate_utf8(rest, room);
    out_.append(piece).append("\r\n ");
    rest.remove_prefix(piece.size());
    room = kOctetsMax - 1;  // the space that marks a folded line counts
  }
  out_.append(rest).append("\r\n");
  return *this;
}

IcsWriter& IcsWriter::text(std::string_view name, std::string_view value) {
  return line(name, ics_text(value));
}

std::string ics_text(std::string_view text) {
  std::string escaped;
  escaped.reserve(text.size());
  for (const char c : text) {
    if (c == '\\' || c == ';' || c == ',')
      escaped.append(1, '\\').append(1, c);
    else if (c == '\n')
      escaped.append("\\n");
    else if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7f)
      escaped.append(1, c);
  }
  return escaped;
}

std::string ics_instant(Instant at) {
  const Civil civil = TimeZone().to_civil(at);
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(time_of_day(civil)).count();
  return ics_date(date_of(civil)) + printed("T%02d%02d%02dZ", static_cast<int>(seconds / 3600),
                                            static_cast<int>(seconds / 60 % 60),
                                            static_cast<int>(seconds % 60));
}

std::string ics_date(Date day) {
  const std::chrono::year_month_day ymd(day);
  return printed("%04d%02u%02u", static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
                 static_cast<unsigned>(ymd.day()));
}

}  // namespace stagecoach::sales

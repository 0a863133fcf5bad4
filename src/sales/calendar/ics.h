// Writing iCalendar (RFC 5545): lines that end in CRLF, folded at 75 octets without splitting a
// character, text escaped. Nothing of what a text holds can end its line or its value.
#pragma once

#include <string>
#include <string_view>

#include "platform/base/time.h"

namespace stagecoach::sales {

class IcsWriter {
 public:
  // "NAME:value" as it stands. REQUIRES: no line break in either.
  IcsWriter& line(std::string_view name, std::string_view value);
  // The same with a value of type TEXT, escaped (section 3.3.11); control characters are left out.
  IcsWriter& text(std::string_view name, std::string_view value);

  std::string take() { return std::move(out_); }

 private:
  std::string out_;
};

std::string ics_text(std::string_view text);
std::string ics_instant(Instant at);  // "20260302T090000Z"
std::string ics_date(Date day);       // "20260302"

}  // namespace stagecoach::sales

#include "platform/json/writer.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstring>

#include "platform/base/utf8.h"

namespace stagecoach::json {
namespace {

// True if any of eight bytes needs a closer look: a control character, '"', '\\' or non-ASCII.
bool has_special(std::uint64_t word) {
  constexpr std::uint64_t kOnes = 0x0101010101010101u, kHighs = 0x8080808080808080u;
  const auto has_zero = [](std::uint64_t w) { return (w - kOnes) & ~w & kHighs; };
  const std::uint64_t controls = (word - kOnes * 0x20) & ~word & kHighs;
  return (word & kHighs) || controls || has_zero(word ^ (kOnes * '"')) ||
         has_zero(word ^ (kOnes * '\\'));
}

void append_escape(std::string& out, unsigned char c) {
  switch (c) {
    case '"':
      out.append("\\\"");
      return;
    case '\\':
      out.append("\\\\");
      return;
    case '\n':
      out.append("\\n");
      return;
    case '\r':
      out.append("\\r");
      return;
    case '\t':
      out.append("\\t");
      return;
    case '\b':
      out.append("\\b");
      return;
    case '\f':
      out.append("\\f");
      return;
    default:
      break;
  }
  constexpr std::string_view kHex = "0123456789abcdef";
  out.append("\\u00");
  out.push_back(kHex[c >> 4]);
  out.push_back(kHex[c & 15]);
}

void put_digits(char* at, unsigned value, int count) {
  for (int i = count - 1; i >= 0; --i, value /= 10) at[i] = static_cast<char>('0' + value % 10);
}

// Writes "2026-02-13" at `at`. Precondition: years 0 to 9999.
void put_date(char* at, const std::chrono::year_month_day& ymd) {
  put_digits(at, static_cast<unsigned>(static_cast<int>(ymd.year())), 4);
  at[4] = at[7] = '-';
  put_digits(at + 5, static_cast<unsigned>(ymd.month()), 2);
  put_digits(at + 8, static_cast<unsigned>(ymd.day()), 2);
}

bool has_four_digits(std::chrono::year year) {
  return year >= std::chrono::year(0) && year <= std::chrono::year(9999);
}

}  // namespace

void append_string(std::string& out, std::string_view text) {
  out.push_back('"');
  size_t copied = 0;  // text before this is in `out`
  size_t at = 0;
  const auto flush = [&](size_t next) {
    out.append(text, copied, at - copied);
    at = copied = next;
  };
  while (at < text.size()) {
    while (at + 8 <= text.size()) {
      std::uint64_t word;
      std::memcpy(&word, text.data() + at, 8);
      if (has_special(word)) break;
      at += 8;
    }
    if (at == text.size()) break;
    const auto c = static_cast<unsigned char>(text[at]);
    if (c < 0x20 || c == '"' || c == '\\') {
      flush(at + 1);
      append_escape(out, c);
    } else if (c < 0x80) {
      ++at;
    } else if (const size_t length = utf8_sequence_length(text.substr(at, 4)); length == 0) {
      flush(at + 1);
      out.append("\xEF\xBF\xBD");
    } else if (c == 0xE2 && text[at + 1] == '\x80' && (text[at + 2] & '\xFE') == '\xA8') {
      const bool paragraph = text[at + 2] == '\xA9';
      flush(at + 3);
      out.append(paragraph ? "\\u2029" : "\\u2028");
    } else {
      at += length;
    }
  }
  at = text.size();
  flush(at);
  out.push_back('"');
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_unsigned(std::string& out, std::uint64_t value) {
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_double(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out.append("null");
    return;
  }
  std::array<char, 32> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out.append(digits.data(), end);
}

void append_date(std::string& out, Date value) {
  const std::chrono::year_month_day ymd(value);
  if (!has_four_digits(ymd.year())) {
    append_string(out, to_iso(value));
    return;
  }
  std::array<char, 12> text;
  text.front() = text.back() = '"';
  put_date(text.data() + 1, ymd);
  out.append(text.data(), text.size());
}

void append_instant(std::string& out, Instant value) {
  const Date day = date_of(value);
  const std::chrono::year_month_day ymd(day);
  if (!has_four_digits(ymd.year())) {
    append_string(out, to_iso(value));
    return;
  }
  const auto ms = static_cast<unsigned>((value - day).count());
  std::array<char, 26> text;  // "2026-02-13T09:30:00.000Z" with its quotes
  char* const at = text.data();
  at[0] = '"';
  put_date(at + 1, ymd);
  at[11] = 'T';
  put_digits(at + 12, ms / 3'600'000, 2);
  at[14] = at[17] = ':';
  put_digits(at + 15, ms / 60'000 % 60, 2);
  put_digits(at + 18, ms / 1000 % 60, 2);
  size_t length = 20;
  if (ms % 1000 != 0) {
    at[20] = '.';
    put_digits(at + 21, ms % 1000, 3);
    length = 24;
  }
  at[length++] = 'Z';
  at[length++] = '"';
  out.append(at, length);
}

}  // namespace stagecoach::json

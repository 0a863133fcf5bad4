#include "platform/base/money.h"

#include <cctype>

namespace stagecoach {
namespace {

constexpr std::int64_t kMinorMax = 9'000'000'000'000'000;  // below 2^53, so JSON numbers stay exact

std::int64_t power_of_ten(int exponent) {
  std::int64_t scale = 1;
  while (exponent-- > 0) scale *= 10;
  return scale;
}

}  // namespace

std::optional<Currency> Currency::parse(std::string_view code) {
  if (code.size() != 3) return std::nullopt;
  Currency currency;
  for (size_t i = 0; i < 3; ++i) {
    const char upper = static_cast<char>(std::toupper(static_cast<unsigned char>(code[i])));
    if (upper < 'A' || upper > 'Z') return std::nullopt;
    currency.letters_[i] = upper;
  }
  return currency;
}

std::string to_decimal(const Money& money) {
  const int decimals = money.currency.exponent();
  const bool negative = money.minor < 0;
  std::string digits = std::to_string(negative ? -money.minor : money.minor);
  if (decimals > 0) {
    if (digits.size() <= static_cast<size_t>(decimals))
      digits.insert(0, static_cast<size_t>(decimals) + 1 - digits.size(), '0');
    digits.insert(digits.size() - static_cast<size_t>(decimals), ".");
  }
  return negative ? "-" + digits : digits;
}

std::optional<Money> money_from_decimal(std::string_view text, Currency currency) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  const size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  std::string_view fraction = point == text.npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() && fraction.empty()) return std::nullopt;
  const auto decimals = static_cast<size_t>(currency.exponent());
  while (fraction.size() > decimals && fraction.back() == '0') fraction.remove_suffix(1);
  if (fraction.size() > decimals) return std::nullopt;

  std::int64_t minor = 0;
  const auto push = [&minor](char c) {
    if (c < '0' || c > '9' || minor > kMinorMax / 10) return false;
    minor = minor * 10 + (c - '0');
    return true;
  };
  for (char c : whole)
    if (!push(c)) return std::nullopt;
  for (char c : fraction)
    if (!push(c)) return std::nullopt;
  if (const auto missing = decimals - fraction.size(); missing > 0) {
    const std::int64_t scale = power_of_ten(static_cast<int>(missing));
    if (minor > kMinorMax / scale) return std::nullopt;
    minor *= scale;
  }
  if (minor > kMinorMax) return std::nullopt;
  return Money{negative ? -minor : minor, currency};
}

}  // namespace stagecoach

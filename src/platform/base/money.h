// An amount of money: integer minor units and an ISO 4217 currency. Never a float.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stagecoach {

// Three upper-case letters, or none (an amount whose currency nobody said).
class Currency {
 public:
  constexpr Currency() = default;
  // Any three letters A-Z; case is folded. nullopt otherwise.
  static std::optional<Currency> parse(std::string_view code);

  std::string_view code() const { return {letters_.data(), letters_[0] ? 3u : 0u}; }
  // Decimal places of the minor unit: JPY 0, CNY 2, KWD 3. Unknown currencies have 2.
  int exponent() const;
  constexpr auto operator<=>(const Currency&) const = default;

 private:
  std::array<char, 3> letters_{};
};

struct Money {
  std::int64_t minor = 0;  // 1999 = 19.99 where the exponent is 2
  Currency currency;

  constexpr auto operator<=>(const Money&) const = default;
};

// "1234.50" (plain decimal, no grouping, exactly the currency's decimals) for files and logs;
// the browser formats for people.
std::string to_decimal(const Money& money);

// Reads a plain decimal ("-1234.5"). More decimals than the currency has are refused unless they
// are zeros; so is anything beyond +-9e15 minor units.
std::optional<Money> money_from_decimal(std::string_view text, Currency currency);

}  // namespace stagecoach

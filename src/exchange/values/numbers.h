// Amounts, plain numbers and shares as exports write them.
//
// As with dates, the column decides what "1.234" means: NumberVotes looks at every value first.
// Pure and safe from any thread.
#pragma once

#include <boost/describe/enum.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "platform/base/money.h"

namespace stagecoach::exchange {

BOOST_DEFINE_ENUM_CLASS(DecimalMark, point, comma)

struct Amount {
  std::string decimal;  // plain: "-1234.5"
  Currency currency;    // from a sign or code beside the number; none where nothing was said
};

// "$22,700.00", "¥1.2万", "1 234,50 €", "(500)", "USD 1.5k", "12,34,567", "1.2E+05".
// `mark` settles "1.234"; a value that can only be read the other way is. nullopt: not a number.
std::optional<Amount> read_amount(std::string_view trimmed, DecimalMark mark);

// Rounds half away from zero to the currency's minor units and multiplies by `scale` (10000 for a
// column in 万元). nullopt: beyond what Money holds.
std::optional<Money> to_money(const Amount& amount, Currency fallback, std::int64_t scale = 1);

struct NumberVotes {
  size_t read = 0;
  size_t unreadable = 0;
  size_t point = 0;           // the decimal mark can only be a point
  size_t comma = 0;           // … only a comma
  size_t point_or_group = 0;  // "1.234"
  size_t comma_or_group = 0;  // "1,234"
  double largest = 0;         // of the values as read with a point; tells 0.45 from 45

  void add(std::string_view trimmed);
};

struct MarkDecision {
  DecimalMark mark = DecimalMark::point;
  bool guessed = false;
};

// `semicolons`: the file separates cells with ";", as places with a decimal comma do.
MarkDecision decide_mark(const NumberVotes& votes, bool semicolons);

// A probability from 0 to 1: "45%", "45", "0.45"; `percent` says the column counts to 100.
// nullopt: not a number, or outside 0..1.
std::optional<double> read_share(std::string_view trimmed, DecimalMark mark, bool percent);

// Currency and scale that a column name states: "商机金额(万元)", "Amount (USD)", "Value in EUR".
struct NameUnits {
  Currency currency;
  std::int64_t scale = 1;
};
NameUnits units_of_name(std::string_view column_name);

// A cell of a currency column: "USD", "美元", "US Dollar", "RMB".
std::optional<Currency> read_currency(std::string_view trimmed);

}  // namespace stagecoach::exchange

// Formulas over the fields of a record: a small language without loops, whose every expression has
// a type that is known before any record is looked at.
//
//   if(seats * price > amount, "upsell", "base")
//
// Values    12.5   "text"   true   false   nothing   and the record's fields by name
// Operators or, and, not; = != < <= > >=; + -; * /; - before a number
// Functions if(yes_no, a, b), min(a, b, …), max(a, b, …), round(number, places), abs(number),
//           known(a), either(a, b, …): the first that is known, days(from, to), has(choices, "key")
//
// Numbers and amounts add up with their like; an amount may be multiplied and divided by a number
// and divided by an amount; days are added to a date; texts are joined by +. An operation on
// nothing gives nothing, except that `false and nothing` is false, `true or nothing` is true, and
// if() takes nothing for false. So do a division by zero, a sum of amounts in two currencies and a
// number beyond what a field can hold: nothing, never an error.
//
// A formula is at most kFormulaBytesMax long, kFormulaDepthMax deep and has kFormulaNodesMax parts;
// none is looked at twice, so that many steps bound the evaluation too. All functions are pure and
// safe from any thread.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "platform/base/result.h"
#include "sales/fields/field_value.h"

namespace stagecoach::sales {

inline constexpr std::size_t kFormulaBytesMax = 1000;
inline constexpr int kFormulaDepthMax = 24;
inline constexpr std::size_t kFormulaNodesMax = 200;

enum class FormulaType { nothing, number, money, date, text, yes_no, choices };

// std::monostate is nothing.
using FormulaValue =
    std::variant<std::monostate, Decimal, Money, Date, std::string, bool, std::vector<std::string>>;
FormulaType type_of(const FormulaValue& value);

enum class FormulaOp {
  literal,
  field,
  either_of,
  both,
  negate,  // or, and, not
  equal,
  unequal,
  less,
  at_most,
  more,
  at_least,
  add,
  subtract,
  multiply,
  divide,
  minus,
  choose,
  least,
  greatest,
  round,
  size,
  is_known,
  first_known,
  days,
  has,  // if, min, max, …
};

// One part of a formula.
struct FormulaNode {
  FormulaOp op = FormulaOp::literal;
  FormulaType type = FormulaType::nothing;
  FormulaValue value;  // of a literal
  std::string name;    // of a field
  std::vector<FormulaNode> parts;
  bool operator==(const FormulaNode&) const = default;
};

// The type of a field by its name; nullopt: there is none.
using FormulaScope = std::function<std::optional<FormulaType>(std::string_view name)>;

// `invalid` with one sentence that names the character (from 1) at which it went wrong: what cannot
// be read, a name that is not there, types that do not go together, a limit exceeded.
Result<FormulaNode> parse_formula(std::string_view text, const FormulaScope& scope);

// The formula as text, with no more parentheses than it needs; parses to an equal formula.
std::string print_formula(const FormulaNode& formula);

// What it comes to. `of` gives what the record holds in a field of the scope.
FormulaValue evaluate(const FormulaNode& formula,
                      const std::function<FormulaValue(std::string_view name)>& of);

// What a formula that is typed so gives, or nothing.
std::optional<FieldValue> as_field_value(const FormulaValue& value);

}  // namespace stagecoach::sales

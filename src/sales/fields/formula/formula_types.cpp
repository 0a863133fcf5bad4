// Which types go together.
#include <algorithm>

#include "sales/fields/formula/formula_words.h"

namespace stagecoach::sales {
namespace {

using enum FormulaType;
using Types = std::vector<FormulaType>;

bool fits(FormulaType part, FormulaType wanted) {
  return part == wanted || part == nothing;
}

// The one type that all parts have; nullopt where they differ.
std::optional<FormulaType> common(const Types& parts, std::size_t from = 0) {
  FormulaType found = nothing;
  for (std::size_t i = from; i < parts.size(); ++i) {
    if (parts[i] == nothing) continue;
    if (found != nothing && found != parts[i]) return std::nullopt;
    found = parts[i];
  }
  return found;
}

std::optional<FormulaType> sum_of(FormulaOp op, FormulaType left, FormulaType right) {
  if (left == date && right == number) return date;
  if (op == FormulaOp::add && left == number && right == date) return date;
  if (op == FormulaOp::subtract && left == date && right == date) return number;
  // Where one of them is nothing, so is the whole, whatever the other is.
  if (left == nothing || right == nothing) {
    const FormulaType other = left == nothing ? right : left;
    if (other == nothing || other == number || other == money || other == date) return other;
    return op == FormulaOp::add && other == text ? std::optional(text) : std::nullopt;
  }
  if (left != right) return std::nullopt;
  if (left == number || left == money) return left;
  return op == FormulaOp::add && left == text ? std::optional(text) : std::nullopt;
}

std::optional<FormulaType> product_of(FormulaOp op, FormulaType left, FormulaType right) {
  const auto is_size = [](FormulaType type) {
    return type == number || type == money || type == nothing;
  };
  if (!is_size(left) || !is_size(right)) return std::nullopt;
  if (op == FormulaOp::multiply) {
    if (left == money && right == money) return std::nullopt;
    return left == money || right == money ? money : number;
  }
  if (right == money) return left == number ? std::nullopt : std::optional(number);
  return left == money ? money : number;
}

bool is_ordered(FormulaType type) {
  return type == number || type == money || type == date || type == text || type == nothing;
}

std::optional<FormulaType> function_type(FormulaOp op, const Types& parts) {
  switch (op) {
    case FormulaOp::choose:
      return fits(parts[0], yes_no) ? common(parts, 1) : std::nullopt;
    case FormulaOp::least:
    case FormulaOp::greatest: {
      const auto type = common(parts);
      return type && is_ordered(*type) && *type != text ? type : std::nullopt;
    }
    case FormulaOp::round:
      if (!fits(parts[1], number)) return std::nullopt;
      return fits(parts[0], number) ? std::optional(number) : std::nullopt;
    case FormulaOp::size:
      if (parts[0] == money) return money;
      return fits(parts[0], number) ? std::optional(number) : std::nullopt;
    case FormulaOp::is_known:
      return yes_no;
    case FormulaOp::first_known:
      return common(parts);
    case FormulaOp::days:
      return fits(parts[0], date) && fits(parts[1], date) ? std::optional(number) : std::nullopt;
    case FormulaOp::has:
      return fits(parts[0], choices) && fits(parts[1], text) ? std::optional(yes_no) : std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace

FormulaType type_of(const FormulaValue& value) {
  constexpr std::array kTypes{nothing, number, money, date, text, yes_no, choices};
  return kTypes.at(value.index());
}

std::optional<FormulaType> type_of_whole(FormulaOp op, const Types& parts) {
  switch (op) {
    case FormulaOp::either_of:
    case FormulaOp::both:
    case FormulaOp::negate:
      return std::all_of(parts.begin(), parts.end(), [](FormulaType t) { return fits(t, yes_no); })
                 ? std::optional(yes_no)
                 : std::nullopt;
    case FormulaOp::equal:
    case FormulaOp::unequal: {
      const auto type = common(parts);
      return type && *type != choices ? std::optional(yes_no) : std::nullopt;
    }
    case FormulaOp::less:
    case FormulaOp::at_most:
    case FormulaOp::more:
    case FormulaOp::at_least: {
      const auto type = common(parts);
      return type && is_ordered(*type) ? std::optional(yes_no) : std::nullopt;
    }
    case FormulaOp::add:
    case FormulaOp::subtract:
      return sum_of(op, parts[0], parts[1]);
    case FormulaOp::multiply:
    case FormulaOp::divide:
      return product_of(op, parts[0], parts[1]);
    case FormulaOp::minus:
      return parts[0] == number || parts[0] == money ? std::optional(parts[0]) : std::nullopt;
    default:
      return function_type(op, parts);
  }
}

}  // namespace stagecoach::sales

#include <algorithm>
#include <limits>

#include "sales/fields/formula/formula.h"

namespace stagecoach::sales {
namespace {

__extension__ typedef __int128 Wide;  // a product of two numbers before it is scaled back

using Of = std::function<FormulaValue(std::string_view)>;
constexpr std::int64_t kMinorMax = 9'000'000'000'000'000;
constexpr std::size_t kTextBytesMax = 16'000;

bool is_nothing(const FormulaValue& value) {
  return value.index() == 0;
}

// Half away from zero.
Wide divided(Wide dividend, Wide divisor) {
  if (divisor < 0) {
    dividend = -dividend;
    divisor = -divisor;
  }
  const Wide half = divisor / 2;
  return dividend < 0 ? -((-dividend + half) / divisor) : (dividend + half) / divisor;
}

FormulaValue number_or_nothing(Wide millionths) {
  if (millionths > Decimal::kMax || millionths < -Decimal::kMax) return {};
  return Decimal{static_cast<std::int64_t>(millionths)};
}

FormulaValue money_or_nothing(Wide minor, Currency currency) {
  if (minor > kMinorMax || minor < -kMinorMax) return {};
  return Money{static_cast<std::int64_t>(minor), currency};
}

FormulaValue date_or_nothing(Wide days) {
  if (days < to_days(*date_from_iso("0001-01-01")) || days > to_days(*date_from_iso("9999-12-31")))
    return {};
  return Date(std::chrono::days(static_cast<int>(days)));
}

FormulaValue sum(const FormulaValue& left, const FormulaValue& right, int sign) {
  if (const auto* date = std::get_if<Date>(&left)) {
    if (const auto* other = std::get_if<Date>(&right))
      return number_or_nothing(Wide{to_days(*date) - to_days(*other)} * Decimal::kScale);
    return date_or_nothing(to_days(*date) + Wide{sign} * std::get<Decimal>(right).whole());
  }
  if (std::holds_alternative<Date>(right)) return sum(right, left, sign);
  if (const auto* number = std::get_if<Decimal>(&left))
    return number_or_nothing(number->millionths + Wide{sign} * std::get<Decimal>(right).millionths);
  if (const auto* text = std::get_if<std::string>(&left)) {
    const auto& more = std::get<std::string>(right);
    if (text->size() + more.size() > kTextBytesMax) return {};
    return *text + more;
  }
  const auto& a = std::get<Money>(left);
  const auto& b = std::get<Money>(right);
  if (a.currency != b.currency) return {};
  return money_or_nothing(a.minor + Wide{sign} * b.minor, a.currency);
}

FormulaValue product(const FormulaValue& left, const FormulaValue& right) {
  if (std::holds_alternative<Money>(right)) return product(right, left);
  const Wide factor = std::get<Decimal>(right).millionths;
  if (const auto* money = std::get_if<Money>(&left))
    return money_or_nothing(divided(money->minor * factor, Decimal::kScale), money->currency);
  return number_or_nothing(divided(std::get<Decimal>(left).millionths * factor, Decimal::kScale));
}

FormulaValue quotient(const FormulaValue& left, const FormulaValue& right) {
  if (const auto* by = std::get_if<Money>(&right)) {
    const auto& money = std::get<Money>(left);
    if (by->minor == 0 || by->currency != money.currency) return {};
    return number_or_nothing(divided(Wide{money.minor} * Decimal::kScale, by->minor));
  }
  const Wide by = std::get<Decimal>(right).millionths;
  if (by == 0) return {};
  if (const auto* money = std::get_if<Money>(&left))
    return money_or_nothing(divided(Wide{money->minor} * Decimal::kScale, by), money->currency);
  return number_or_nothing(divided(Wide{std::get<Decimal>(left).millionths} * Decimal::kScale, by));
}

// nullopt: they have no order (amounts in two currencies).
template <class F>
std::optional<bool> compared(const FormulaValue& left, const FormulaValue& right, F is) {
  if (const auto* money = std::get_if<Money>(&left)) {
    const auto& other = std::get<Money>(right);
    if (money->currency != other.currency) return std::nullopt;
    return is(money->minor, other.minor);
  }
  if (const auto* number = std::get_if<Decimal>(&left))
    return is(number->millionths, std::get<Decimal>(right).millionths);
  if (const auto* date = std::get_if<Date>(&left))
    return is(to_days(*date), to_days(std::get<Date>(right)));
  if (const auto* text = std::get_if<std::string>(&left))
    return is(text->compare(std::get<std::string>(right)), 0);
  return is(int{std::get<bool>(left)}, int{std::get<bool>(right)});
}

FormulaValue comparison(FormulaOp op, const FormulaValue& left, const FormulaValue& right) {
  const auto holds = compared(left, right, [op](auto a, auto b) {
    switch (op) {
      case FormulaOp::equal:
        return a == b;
      case FormulaOp::unequal:
        return a != b;
      case FormulaOp::less:
        return a < b;
      case FormulaOp::at_most:
        return a <= b;
      case FormulaOp::more:
        return a > b;
      default:
        return a >= b;
    }
  });
  return holds ? FormulaValue(*holds) : FormulaValue();
}

FormulaValue rounded(const FormulaValue& number, const FormulaValue& places) {
  const std::int64_t kept = std::clamp<std::int64_t>(std::get<Decimal>(places).whole(), -12, 6);
  Wide unit = Decimal::kScale;
  for (std::int64_t i = 0; i < kept; ++i) unit /= 10;
  for (std::int64_t i = kept; i < 0; ++i) unit *= 10;
  return number_or_nothing(divided(std::get<Decimal>(number).millionths, unit) * unit);
}

FormulaValue opposite(const FormulaValue& value) {
  if (const auto* money = std::get_if<Money>(&value)) return Money{-money->minor, money->currency};
  return Decimal{-std::get<Decimal>(value).millionths};
}

FormulaValue size_of(const FormulaValue& value) {
  const auto* money = std::get_if<Money>(&value);
  const bool negative = money ? money->minor < 0 : std::get<Decimal>(value).millionths < 0;
  return negative ? opposite(value) : value;
}

// Of two: what decides is enough, whatever the other is.
FormulaValue logic(const FormulaNode& node, const Of& of) {
  const bool decides = node.op == FormulaOp::either_of;
  const FormulaValue left = evaluate(node.parts[0], of);
  if (left == FormulaValue(decides)) return decides;
  const FormulaValue right = evaluate(node.parts[1], of);
  if (right == FormulaValue(decides)) return decides;
  return is_nothing(left) ? left : right;
}

FormulaValue extreme(const FormulaNode& node, const Of& of) {
  const FormulaOp better = node.op == FormulaOp::least ? FormulaOp::less : FormulaOp::more;
  FormulaValue best = evaluate(node.parts.front(), of);
  for (std::size_t i = 1; i < node.parts.size() && !is_nothing(best); ++i) {
    FormulaValue next = evaluate(node.parts[i], of);
    if (is_nothing(next)) return next;
    const FormulaValue wins = comparison(better, next, best);
    if (is_nothing(wins)) return wins;
    if (std::get<bool>(wins)) best = std::move(next);
  }
  return best;
}

FormulaValue has_choice(const FormulaValue& choices, const FormulaValue& key) {
  const auto& all = std::get<std::vector<std::string>>(choices);
  return std::find(all.begin(), all.end(), std::get<std::string>(key)) != all.end();
}

// Of parts none of which is nothing.
FormulaValue of_known(FormulaOp op, const std::vector<FormulaValue>& parts) {
  switch (op) {
    case FormulaOp::negate:
      return !std::get<bool>(parts[0]);
    case FormulaOp::add:
      return sum(parts[0], parts[1], 1);
    case FormulaOp::subtract:
      return sum(parts[0], parts[1], -1);
    case FormulaOp::multiply:
      return product(parts[0], parts[1]);
    case FormulaOp::divide:
      return quotient(parts[0], parts[1]);
    case FormulaOp::minus:
      return opposite(parts[0]);
    case FormulaOp::round:
      return rounded(parts[0], parts[1]);
    case FormulaOp::size:
      return size_of(parts[0]);
    case FormulaOp::days:
      return sum(parts[1], parts[0], -1);
    case FormulaOp::has:
      return has_choice(parts[0], parts[1]);
    default:
      return comparison(op, parts[0], parts[1]);
  }
}

}  // namespace

FormulaValue evaluate(const FormulaNode& node, const Of& of) {
  switch (node.op) {
    case FormulaOp::literal:
      return node.value;
    case FormulaOp::field: {
      FormulaValue value = of(node.name);
      return type_of(value) == node.type ? value : FormulaValue();
    }
    case FormulaOp::either_of:
    case FormulaOp::both:
      return logic(node, of);
    case FormulaOp::choose:
      return evaluate(node.parts[evaluate(node.parts[0], of) == FormulaValue(true) ? 1 : 2], of);
    case FormulaOp::is_known:
      return !is_nothing(evaluate(node.parts[0], of));
    case FormulaOp::first_known:
      for (const FormulaNode& part : node.parts)
        if (FormulaValue value = evaluate(part, of); !is_nothing(value)) return value;
      return {};
    case FormulaOp::least:
    case FormulaOp::greatest:
      return extreme(node, of);
    default: {
      std::vector<FormulaValue> parts;
      for (const FormulaNode& part : node.parts) {
        parts.push_back(evaluate(part, of));
        if (is_nothing(parts.back())) return {};
      }
      return of_known(node.op, parts);
    }
  }
}

std::optional<FieldValue> as_field_value(const FormulaValue& value) {
  if (const auto* number = std::get_if<Decimal>(&value)) return FieldValue{*number};
  if (const auto* money = std::get_if<Money>(&value)) return FieldValue{*money};
  if (const auto* date = std::get_if<Date>(&value)) return FieldValue{to_iso(*date)};
  if (const auto* text = std::get_if<std::string>(&value)) return FieldValue{*text};
  if (const auto* yes = std::get_if<bool>(&value)) return FieldValue{*yes};
  if (const auto* keys = std::get_if<std::vector<std::string>>(&value)) return FieldValue{*keys};
  return std::nullopt;
}

}  // namespace stagecoach::sales

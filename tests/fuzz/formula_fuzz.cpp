// Any bytes as a formula: it may be refused, but what is accepted prints as a formula that reads
// back the same, and comes to a value of its type or to nothing.
#include <cstdlib>

#include "sales/fields/formula/formula.h"

namespace stagecoach::sales {
namespace {

std::optional<FormulaType> scope(std::string_view name) {
  if (name == "n") return FormulaType::number;
  if (name == "m") return FormulaType::money;
  if (name == "d") return FormulaType::date;
  if (name == "t") return FormulaType::text;
  if (name == "y") return FormulaType::yes_no;
  if (name == "c") return FormulaType::choices;
  return std::nullopt;
}

FormulaValue held(std::string_view name) {
  if (name == "n") return Decimal{-1};
  if (name == "m") return Money{9'000'000'000'000'000, *Currency::parse("EUR")};
  if (name == "d") return *date_from_iso("2026-02-28");
  if (name == "t") return std::string("text");
  if (name == "c") return std::vector<std::string>{"a"};
  return {};
}

void check(std::string_view text) {
  const auto formula = parse_formula(text, scope);
  if (!formula) {
    if (formula.error().message.text(Lang::en).empty()) std::abort();
    return;
  }
  const auto again = parse_formula(print_formula(*formula), scope);
  if (again && *again != *formula) std::abort();
  // Only what its spaces make longer than a formula may be.
  if (!again && print_formula(*formula).size() <= kFormulaBytesMax) std::abort();
  const FormulaType type = type_of(evaluate(*formula, held));
  if (type != formula->type && type != FormulaType::nothing) std::abort();
}

}  // namespace
}  // namespace stagecoach::sales

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, size_t size) {
  stagecoach::sales::check({reinterpret_cast<const char*>(data), size});
  return 0;
}

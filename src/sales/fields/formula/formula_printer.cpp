#include "sales/fields/formula/formula_words.h"

namespace stagecoach::sales {
namespace {

std::string literal_text(const FormulaValue& value) {
  if (const auto* number = std::get_if<Decimal>(&value)) return number->text();
  if (const auto* yes = std::get_if<bool>(&value)) return *yes ? "true" : "false";
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return "nothing";
  std::string quoted = "\"";
  for (const char c : *text) quoted.append(c == '"' ? 2 : 1, c);
  return quoted + "\"";
}

const FormulaOperator* operator_of(FormulaOp op) {
  for (const FormulaOperator& each : kFormulaOperators)
    if (each.op == op) return &each;
  return nullptr;
}

int binding_of(const FormulaNode& node) {
  if (node.op == FormulaOp::negate) return kNot;
  if (node.op == FormulaOp::minus) return kMinus;
  const FormulaOperator* found = operator_of(node.op);
  return found ? found->binding : kAtom;
}

// In parentheses where it binds less tightly than its place asks for.
std::string part_text(const FormulaNode& node, int binding) {
  std::string text = print_formula(node);
  return binding_of(node) < binding ? "(" + text + ")" : text;
}

}  // namespace

std::string print_formula(const FormulaNode& node) {
  if (node.op == FormulaOp::literal) return literal_text(node.value);
  if (node.op == FormulaOp::field) return node.name;
  if (node.op == FormulaOp::negate) return "not " + part_text(node.parts[0], kNot);
  if (node.op == FormulaOp::minus) return "-" + part_text(node.parts[0], kMinus);
  if (const FormulaOperator* found = operator_of(node.op)) {
    // The left one of several goes without; comparisons are not chained.
    const int left = found->binding == kCompare ? kSum : found->binding;
    std::string text = part_text(node.parts[0], left);
    text.append(" ").append(found->word).append(" ");
    return text + part_text(node.parts[1], found->binding + 1);
  }
  std::string text;
  for (const FormulaFunction& function : kFormulaFunctions)
    if (function.op == node.op) text.append(function.word);
  for (std::size_t i = 0; i < node.parts.size(); ++i)
    text.append(i == 0 ? "(" : ", ").append(print_formula(node.parts[i]));
  return text + ")";
}

}  // namespace stagecoach::sales

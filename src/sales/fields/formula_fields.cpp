#include "sales/fields/formula_fields.h"

#include <array>

#include "sales/team/field_error.h"

namespace stagecoach::sales {
namespace {

struct StandardField {
  std::string_view name;
  FormulaType type;
};
constexpr std::array kOfDeals{StandardField{"name", FormulaType::text},
                              StandardField{"amount", FormulaType::money},
                              StandardField{"expected_close", FormulaType::date},
                              StandardField{"created", FormulaType::date},
                              StandardField{"source", FormulaType::text},
                              StandardField{"competitor", FormulaType::text}};

std::optional<FormulaType> type_of_kind(FieldKind kind) {
  switch (kind) {
    case FieldKind::text:
    case FieldKind::choice:
    case FieldKind::link:
      return FormulaType::text;
    case FieldKind::number:
      return FormulaType::number;
    case FieldKind::money:
      return FormulaType::money;
    case FieldKind::date:
      return FormulaType::date;
    case FieldKind::choices:
      return FormulaType::choices;
    case FieldKind::yes_no:
      return FormulaType::yes_no;
    case FieldKind::user:
    case FieldKind::formula:
      return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<FormulaType> type_of_standard_field(FieldRecord, std::string_view name) {
  for (const StandardField& each : kOfDeals)
    if (each.name == name) return each.type;
  return std::nullopt;
}

FormulaScope formula_scope(const CustomFields& fields, FieldRecord record) {
  return [&fields, record](std::string_view name) -> std::optional<FormulaType> {
    if (const auto standard = type_of_standard_field(record, name)) return standard;
    const CustomField* field = fields.find(record, name);
    return field ? type_of_kind(field->kind) : std::nullopt;
  };
}

Result<void> check_formula(const CustomFields& fields, const CustomField& field) {
  const auto formula = parse_formula(field.formula, formula_scope(fields, field.record));
  if (!formula) return field_error("formula", formula.error().message);
  return {};
}

std::vector<std::string> fields_in(const FormulaNode& formula) {
  std::vector<std::string> names;
  if (formula.op == FormulaOp::field) names.push_back(formula.name);
  for (const FormulaNode& part : formula.parts)
    for (std::string& name : fields_in(part)) names.push_back(std::move(name));
  return names;
}

FormulaValue formula_value(FieldKind kind, const FieldValue& value) {
  if (const auto* text = std::get_if<std::string>(&value.is)) {
    if (kind != FieldKind::date) return *text;
    const auto date = date_from_iso(*text);
    return date ? FormulaValue(*date) : FormulaValue();
  }
  if (const auto* number = std::get_if<Decimal>(&value.is)) return *number;
  if (const auto* money = std::get_if<Money>(&value.is)) return *money;
  if (const auto* yes = std::get_if<bool>(&value.is)) return *yes;
  return std::get<std::vector<std::string>>(value.is);
}

}  // namespace stagecoach::sales

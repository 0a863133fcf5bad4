// What a formula of a record may ask for: the organisation's own fields, and some that every record
// of the kind has.
#pragma once

#include "sales/fields/custom_field.h"
#include "sales/fields/formula/formula.h"

namespace stagecoach::sales {

// "amount" and the like, by which no custom field may be called.
std::optional<FormulaType> type_of_standard_field(FieldRecord record, std::string_view name);

// All that a formula of this kind of record may name; no other formula. `fields` must outlive it.
FormulaScope formula_scope(const CustomFields& fields, FieldRecord record);

// `invalid`, naming the field "formula", where the text is no formula over these fields.
Result<void> check_formula(const CustomFields& fields, const CustomField& field);

// The names of the custom fields that a formula asks for.
std::vector<std::string> fields_in(const FormulaNode& formula);

// What a stored value is to a formula, by the kind of its field.
FormulaValue formula_value(FieldKind kind, const FieldValue& value);

}  // namespace stagecoach::sales

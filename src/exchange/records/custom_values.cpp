#include "exchange/records/custom_values.h"

#include <algorithm>
#include <cmath>

#include "exchange/values/words.h"

namespace stagecoach::exchange {
namespace {

using sales::CustomField;
using sales::Decimal;
using sales::FieldKind;
using sales::FieldValue;

const Phrase kNotOfField{"import.value_not_of_field", "The field cannot hold this.",
                         "该字段不能填写此内容。"};

std::optional<FieldValue> number_of(RowCells& row, const BoundColumn& column) {
  const auto number = row.number(column);
  if (!number) return std::nullopt;
  if (std::abs(*number) * Decimal::kScale >= static_cast<double>(Decimal::kMax)) {
    row.complain(column, kNotOfField, false);
    return std::nullopt;
  }
  return FieldValue{Decimal{std::llround(*number * Decimal::kScale)}};
}

// The choice that is called so, or has this key.
const std::string* choice_of(const CustomField& field, std::string_view text) {
  const std::string folded = fold_name(text);
  for (const sales::FieldChoice& choice : field.choices)
    for (const std::string* name : {&choice.key, &choice.label.en, &choice.label.zh})
      if (!folded.empty() && fold_name(*name) == folded) return &choice.key;
  return nullptr;
}

std::optional<FieldValue> choices_of(const CustomField& field, std::string_view text) {
  std::vector<std::string> keys;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(";|"), text.size());
    const std::string* key = choice_of(field, text.substr(0, end));
    if (!key) return std::nullopt;
    keys.push_back(*key);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return FieldValue{std::move(keys)};
}

std::optional<FieldValue> words_of(const CustomField& field, std::string_view text,
                                   const CustomImport& custom) {
  if (field.kind == FieldKind::choices) return choices_of(field, text);
  if (field.kind == FieldKind::choice) {
    const std::string* key = choice_of(field, text);
    return key ? std::optional(FieldValue{*key}) : std::nullopt;
  }
  if (field.kind == FieldKind::user) {
    const auto user = custom.users.find(fold_name(text));
    if (user == custom.users.end()) return std::nullopt;
    return FieldValue{Decimal{user->second.value * Decimal::kScale}};
  }
  return FieldValue{std::string(text)};
}

}  // namespace

std::optional<FieldValue> custom_value(RowCells& row, const BoundColumn& column,
                                       const CustomImport& custom) {
  const CustomField* field = custom.by_key(column.custom_field);
  const std::string_view text = row.text(column);
  if (!field || text.empty()) return std::nullopt;
  std::optional<FieldValue> value;
  switch (field->kind) {
    case FieldKind::number:
      return number_of(row, column);
    case FieldKind::money:
      if (const auto money = row.money(column)) value = FieldValue{*money};
      break;
    case FieldKind::date:
      if (const auto moment = row.moment(column)) return FieldValue{to_iso(moment->day)};
      return std::nullopt;
    case FieldKind::yes_no:
      if (const auto yes = row.yes_no(column)) return FieldValue{*yes};
      return std::nullopt;
    default:
      value = words_of(*field, text, custom);
  }
  if (value)
    if (auto fit = sales::fit_value(*field, *std::move(value), column.name)) return *std::move(fit);
  row.complain(column, kNotOfField, false);
  return std::nullopt;
}

}  // namespace stagecoach::exchange

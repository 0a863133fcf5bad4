#include "sales/fields/field_commands.h"

#include <algorithm>

#include "sales/fields/field_events.h"
#include "sales/fields/field_store.h"
#include "sales/fields/formula_fields.h"
#include "sales/team/field_error.h"
#include "sales/team/stale.h"
#include "sales/team/visibility.h"

namespace stagecoach::sales {
namespace {

constexpr Phrase kKeyTaken{"custom_field.key_taken", "There is already a field “{key}”.",
                           "已有字段“{key}”。"};
constexpr Phrase kTooMany{"custom_field.too_many", "There are {count} fields already.",
                          "字段已达 {count} 个。"};
constexpr Phrase kChoiceGone{
    "custom_field.choice_gone",
    "The choice “{key}” may be in use. Archive it instead of leaving it out.",
    "选项“{key}”可能已被使用，请归档而不是删除。"};
constexpr Phrase kOddOrder{"custom_field.odd_order",
                           "Give the ids of all fields of this kind of record, each once.",
                           "请给出该类记录的所有字段编号，每个一次。"};

std::vector<CustomField> fields_of(db::Connection& connection, FieldRecord record) {
  std::vector<CustomField> fields = list_custom_fields(connection);
  std::erase_if(fields, [&](const CustomField& field) { return field.record != record; });
  return fields;
}

bool has_key(const std::vector<CustomField>& fields, std::string_view key) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const CustomField& field) { return field.key == key; });
}

Result<void> check(const CustomField& field, const std::vector<CustomField>& all) {
  TRY(check_definition(field));
  return field.kind == FieldKind::formula ? check_formula(CustomFields(all), field)
                                          : Result<void>();
}

// "Contract end (planned)" -> "contract_end_planned"; a number behind it where that is taken.
std::string key_for(const Localized& label, const std::vector<CustomField>& fields) {
  std::string key;
  for (const char c : label.en) {
    const char small = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool letter = small >= 'a' && small <= 'z';
    if (letter || (!key.empty() && small >= '0' && small <= '9'))
      key += small;
    else if (!key.empty() && key.back() != '_')
      key += '_';
    if (key.size() == 30) break;
  }
  while (key.ends_with('_')) key.pop_back();
  if (key.empty()) key = "field";
  std::string free = key;
  for (int number = 2; has_key(fields, free); ++number) free = key + "_" + std::to_string(number);
  return free;
}

}  // namespace

Result<CustomField> define_field(journal::Work& work, const NewCustomField& wish) {
  const std::vector<CustomField> others = fields_of(work.tx, wish.record);
  if (others.size() >= kCustomFieldsMax)
    return Error(Error::Code::conflict, {kTooMany, {{"count", std::to_string(kCustomFieldsMax)}}});
  CustomField field;
  field.record = wish.record;
  field.key = wish.key.value_or(key_for(wish.label, others));
  field.kind = wish.kind;
  field.label = wish.label;
  field.help = wish.help;
  field.choices = wish.choices;
  field.rules = wish.rules;
  field.formula = wish.formula;
  field.position = others.empty() ? 1 : others.back().position + 1;
  TRY(check(field, others));
  if (has_key(others, field.key)) {
    const Message taken(kKeyTaken, {{"key", field.key}});
    return Error(Error::Code::conflict, taken, {{"key", taken}});
  }
  insert_custom_field(work, field);
  work.append(
      journal::because(CustomFieldCreated{field}).about({kCustomFieldSubject, field.id.value}));
  return field;
}

Result<CustomField> change_field(journal::Work& work, CustomFieldId id, std::int64_t version,
                                 const CustomFieldChange& change) {
  const std::optional<CustomField> before = find_custom_field(work.tx, id);
  if (!before) return no_such_record();
  if (before->version != version) return stale_record();
  CustomField after = *before;
  change.label.apply_to(after.label);
  change.help.apply_to(after.help);
  change.choices.apply_to(after.choices);
  change.rules.apply_to(after.rules);
  change.formula.apply_to(after.formula);
  change.archived.apply_to(after.archived);
  if (after == *before) return after;
  for (const FieldChoice& choice : before->choices)
    if (!after.find_choice(choice.key))
      return field_error("choices", {kChoiceGone, {{"key", choice.key}}});
  TRY(check(after, fields_of(work.tx, after.record)));
  TRY(save_custom_field(work, after));
  work.append(
      journal::because(CustomFieldChanged{*before, after}).about({kCustomFieldSubject, id.value}));
  return after;
}

Result<void> order_fields(journal::Work& work, FieldRecord record,
                          const std::vector<CustomFieldId>& order) {
  std::vector<CustomField> fields = fields_of(work.tx, record);
  std::int64_t position = 0;
  std::vector<CustomField> ordered;
  for (const CustomFieldId id : order) {
    const auto at = std::find_if(fields.begin(), fields.end(),
                                 [&](const CustomField& field) { return field.id == id; });
    if (at == fields.end()) return field_error("order", kOddOrder);
    ordered.push_back(std::move(*at));
    ordered.back().position = ++position;
    fields.erase(at);
  }
  if (!fields.empty() || ordered.empty()) return field_error("order", kOddOrder);
  place_custom_fields(work, ordered);
  work.append(journal::because(CustomFieldsReordered{record, order})
                  .about({kCustomFieldSubject, order.front().value}));
  return {};
}

CustomFields load_custom_fields(db::Connection& connection) {
  return CustomFields(list_custom_fields(connection));
}

}  // namespace stagecoach::sales

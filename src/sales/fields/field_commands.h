// Defining custom fields. Who may is the route's rule.
#pragma once

#include <string>
#include <vector>

#include "journal/commands.h"
#include "sales/fields/custom_field.h"

namespace stagecoach::sales {

inline constexpr std::size_t kCustomFieldsMax = 100;  // of one kind of record

struct NewCustomField {
  FieldRecord record = FieldRecord::deal;
  std::optional<std::string> key;  // absent: made of the English label
  FieldKind kind = FieldKind::text;
  Localized label;
  Localized help;
  std::vector<FieldChoice> choices;
  std::vector<FieldRule> rules;
  std::string formula;
};
BOOST_DESCRIBE_STRUCT(NewCustomField, (), (record, key, kind, label, help, choices, rules, formula))
constexpr auto json_rules(const NewCustomField*) {
  using json::Rule;
  return std::array{Rule("record").defaulted(),
                    Rule("key").length(1, 40),
                    Rule("help").defaulted(),
                    Rule("choices").items(0, 200).defaulted(),
                    Rule("rules").items(0, 50).defaulted(),
                    Rule("formula").length(0, 1000).defaulted()};
}

// Absent members stay as they are. Key and kind never change.
struct CustomFieldChange {
  json::Maybe<Localized> label;
  json::Maybe<Localized> help;
  json::Maybe<std::vector<FieldChoice>> choices;
  json::Maybe<std::vector<FieldRule>> rules;
  json::Maybe<std::string> formula;
  json::Maybe<bool> archived;
};
BOOST_DESCRIBE_STRUCT(CustomFieldChange, (), (label, help, choices, rules, formula, archived))
constexpr auto json_rules(const CustomFieldChange*) {
  return std::array{json::Rule("help").defaulted(), json::Rule("choices").items(0, 200),
                    json::Rule("rules").items(0, 50), json::Rule("formula").length(0, 1000)};
}

// Conflict: the key is taken, by an archived field too. Invalid: see check_definition().
Result<CustomField> define_field(journal::Work& work, const NewCustomField& wish);
// `invalid` also where a choice is left out: it may be archived. Stale: someone saved first.
Result<CustomField> change_field(journal::Work& work, CustomFieldId id, std::int64_t version,
                                 const CustomFieldChange& change);
// `order`: the ids of all fields of that kind of record, each once.
Result<void> order_fields(journal::Work& work, FieldRecord record,
                          const std::vector<CustomFieldId>& order);

// For the catalog: all definitions, in their order.
CustomFields load_custom_fields(db::Connection& connection);

}  // namespace stagecoach::sales

// Fields that an organisation adds to its records: what they are called, what they hold, who may
// see and change them. Pure values; safe to share between threads once built.
#pragma once

#include <array>
#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/base/result.h"
#include "sales/fields/field_value.h"
#include "sales/team/viewer.h"

namespace stagecoach::sales {

using PipelineId = Id<struct PipelineTag>;
using CustomFieldId = Id<struct CustomFieldTag>;

// What the journal calls the subject of a definition's events.
inline constexpr std::string_view kCustomFieldSubject = "custom_field";

enum class FieldRecord { deal };
BOOST_DESCRIBE_ENUM(FieldRecord, deal)

// A formula is never stored: it is worked out from the record's other fields (formula.h).
enum class FieldKind { text, number, money, date, choice, choices, user, link, yes_no, formula };
BOOST_DESCRIBE_ENUM(FieldKind, text, number, money, date, choice, choices, user, link, yes_no,
                    formula)

// What a choice is called may change; its key stays, and with it what records hold.
struct FieldChoice {
  std::string key;
  Localized label;
  bool archived = false;  // kept where it is chosen, not offered any more
  bool operator==(const FieldChoice&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldChoice, (), (key, label, archived))
constexpr auto json_rules(const FieldChoice*) {
  return std::array{json::Rule("key").length(1, 60), json::Rule("label").defaulted(),
                    json::Rule("archived").defaulted()};
}

// In ascending strictness.
enum class FieldAccess { editable, required, readonly, hidden };
BOOST_DESCRIBE_ENUM(FieldAccess, editable, required, readonly, hidden)

// For whom, and in which pipeline, a field is more than editable. Of several rules that apply the
// strictest counts. Owners see and change every field; for them only `required` counts.
struct FieldRule {
  std::optional<PipelineId> pipeline_id;  // absent: everywhere
  std::optional<Role> role;               // absent: everybody
  FieldAccess access = FieldAccess::editable;
  bool operator==(const FieldRule&) const = default;
};
BOOST_DESCRIBE_STRUCT(FieldRule, (), (pipeline_id, role, access))

struct CustomField {
  CustomFieldId id;
  std::int64_t version = 0;
  FieldRecord record = FieldRecord::deal;
  std::string key;  // unique among the fields of its kind of record; never changes
  FieldKind kind = FieldKind::text;
  Localized label;
  Localized help;
  std::vector<FieldChoice> choices;
  std::vector<FieldRule> rules;
  std::string formula;  // its text, of that kind alone
  std::int64_t position = 0;
  bool archived = false;  // shown where it has a value, not filled any more

  const FieldChoice* find_choice(std::string_view choice) const;
  bool operator==(const CustomField&) const = default;
};
BOOST_DESCRIBE_STRUCT(CustomField, (),
                      (id, version, record, key, kind, label, help, choices, rules, formula,
                       position, archived))

// All definitions, in their order; immutable.
class CustomFields {
 public:
  CustomFields() = default;
  explicit CustomFields(std::vector<CustomField> fields) : all_(std::move(fields)) {}

  const std::vector<CustomField>& all() const { return all_; }
  const CustomField* find(FieldRecord record, std::string_view key) const;
  // What it is called; the key itself where there is no such field.
  Localized label(FieldRecord record, std::string_view key) const;

 private:
  std::vector<CustomField> all_;
};

// What this viewer may do with the field on a record of this pipeline.
FieldAccess access_of(const CustomField& field, const Viewer& viewer, PipelineId pipeline);
// Whether he sees it nowhere.
bool is_hidden_everywhere(const CustomField& field, const Viewer& viewer);
// Whether there is any pipeline in which he does not see it.
bool is_hidden_somewhere(const CustomField& field, const Viewer& viewer);

// The value as it is stored (text trimmed, choices in the order of their definition, each once), or
// `invalid` with what is wrong with it, named `path`. Whether a user exists is the caller's to
// check.
Result<FieldValue> fit_value(const CustomField& field, FieldValue value, const std::string& path);

// `invalid` where a definition cannot be as it is: keys, labels, choices, rules.
Result<void> check_definition(const CustomField& field);

}  // namespace stagecoach::sales

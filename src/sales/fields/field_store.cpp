#include "sales/fields/field_store.h"

#include <stdexcept>

#include "platform/base/enum_names.h"
#include "sales/fields/field_index.h"
#include "sales/fields/value_tally.h"
#include "sales/team/stale.h"

namespace stagecoach::sales {

// What the column `definition` holds: all of a field that no column of its own does.
struct StoredField {
  FieldRecord record = FieldRecord::deal;
  std::string key;
  FieldKind kind = FieldKind::text;
  Localized label;
  Localized help;
  std::vector<FieldChoice> choices;
  std::vector<FieldRule> rules;
  std::string formula;
  bool archived = false;
};
BOOST_DESCRIBE_STRUCT(StoredField, (),
                      (record, key, kind, label, help, choices, rules, formula, archived))
constexpr auto json_rules(const StoredField*) {
  return std::array{json::Rule("help").defaulted()};
}

namespace {

CustomField field_from(const db::Row& row) {
  auto stored = json::read<StoredField>(row.text(3));
  if (!stored) throw std::runtime_error("a stored custom field cannot be read");
  CustomField field;
  field.id = row.id<CustomFieldId>(0);
  field.version = row.integer(1);
  field.position = row.integer(2);
  field.record = stored->record;
  field.key = std::move(stored->key);
  field.kind = stored->kind;
  field.label = std::move(stored->label);
  field.help = std::move(stored->help);
  field.choices = std::move(stored->choices);
  field.rules = std::move(stored->rules);
  field.formula = std::move(stored->formula);
  field.archived = stored->archived;
  return field;
}

std::string definition_of(const CustomField& field) {
  return json::write(StoredField{field.record, field.key, field.kind, field.label, field.help,
                                 field.choices, field.rules, field.formula, field.archived});
}

}  // namespace

std::vector<CustomField> list_custom_fields(db::Connection& connection) {
  std::vector<CustomField> fields;
  connection.each(
      "SELECT id, version, position, definition FROM custom_fields ORDER BY record, position, id",
      [&](const db::Row& row) { fields.push_back(field_from(row)); });
  return fields;
}

std::optional<CustomField> find_custom_field(db::Connection& connection, CustomFieldId id) {
  return connection.first(
      "SELECT id, version, position, definition FROM custom_fields WHERE id = $1", field_from, id);
}

void insert_custom_field(journal::Work& work, CustomField& field) {
  field.version = 1;
  work.tx.each(
      "INSERT INTO custom_fields (version, record, key, position, definition) VALUES (1, $1, $2, "
      "$3, $4) RETURNING id",
      [&](const db::Row& row) { field.id = row.id<CustomFieldId>(0); }, name_of(field.record),
      field.key, field.position, definition_of(field));
}

Result<void> save_custom_field(journal::Work& work, CustomField& field) {
  if (work.tx.execute("UPDATE custom_fields SET version = version + 1, position = $3, definition = "
                      "$4 WHERE id = $1 AND version = $2",
                      field.id, field.version, field.position, definition_of(field)) == 0)
    return stale_record();
  ++field.version;
  return {};
}

void place_custom_fields(journal::Work& work, const std::vector<CustomField>& fields) {
  for (const CustomField& field : fields)
    work.tx.queue("UPDATE custom_fields SET position = $2 WHERE id = $1", field.id, field.position);
}

void index_values(journal::Work& work, FieldRecord record, std::int64_t id,
                  const FieldValues& before, const FieldValues& after) {
  constexpr std::string_view kForget =
      "DELETE FROM custom_values WHERE record_id = $1 AND field_id = (SELECT id FROM custom_fields "
      "WHERE record = $2 AND key = $3)";
  constexpr std::string_view kAdd =
      "INSERT INTO custom_values (field_id, record_id, place, number, text) SELECT id, $1, $4, $5, "
      "$6 FROM custom_fields WHERE record = $2 AND key = $3";
  const auto forget = [&](const std::string& key) {
    work.tx.queue(kForget, id, name_of(record), key);
  };
  for (const auto& [key, value] : before)
    if (!after.contains(key)) forget(key);
  for (const auto& [key, value] : after) {
    const auto was = before.find(key);
    if (was != before.end() && was->second == value) continue;
    if (was != before.end()) forget(key);
    std::int64_t place = 0;
    for (const IndexedValue& row : indexed(value))
      work.tx.queue(kAdd, id, name_of(record), key, place++, row.number, row.text);
  }
}

namespace {

std::uint64_t hash_of(std::string_view key, std::int64_t record, std::int64_t place,
                      const IndexedValue& row) {
  std::string text(key);
  for (const std::int64_t number : {record, place, row.number.value_or(-1)})
    text.append("|").append(std::to_string(number));
  text.append(row.number ? "n" : "-").append(row.text ? "t" : "-").append(row.text.value_or(""));
  return std::hash<std::string>()(text);
}

}  // namespace

void ValueTally::add(std::int64_t record_id, const FieldValues& values) {
  for (const auto& [key, value] : values) {
    std::int64_t place = 0;
    for (const IndexedValue& row : indexed(value)) {
      sum_ += hash_of(key, record_id, place++, row);
      ++rows_;
    }
  }
}

bool ValueTally::is_kept(db::Connection& connection, FieldRecord record) const {
  std::uint64_t sum = 0;
  std::int64_t rows = 0;
  connection.each(
      "SELECT f.key, v.record_id, v.place, v.number, v.text FROM custom_values v "
      "JOIN custom_fields f ON f.id = v.field_id WHERE f.record = $1",
      [&](const db::Row& row) {
        sum += hash_of(row.text(0), row.integer(1), row.integer(2),
                       {row.optional<std::int64_t>(3), row.optional_text(4)});
        ++rows;
      },
      name_of(record));
  return sum == sum_ && rows == rows_;
}

}  // namespace stagecoach::sales
